package io.cellmonitor.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is connected here: in place, or on the way while the class is loaded. Safe from any thread. */
final class Seats {

    private record Arrival(LivePlace place, LiveConnection connection) {}

    private final Map<String, Arrival> arrivals = new ConcurrentHashMap<>();
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    void arrives(String id, LivePlace place, LiveConnection connection) {
        arrivals.put(id, new Arrival(place, connection));
    }

    void sits(Seat seat) {
        seats.put(seat.id(), seat);
        arrivals.remove(seat.id());
    }

    /** It is gone; gives its seat, null when it had none yet. */
    @Nullable
    Seat leaves(String id) {
        arrivals.remove(id);
        return seats.remove(id);
    }

    @Nullable
    Seat find(String id) {
        return seats.get(id);
    }

    boolean isTaken(Seat seat) {
        return seats.get(seat.id()) == seat;
    }

    boolean isEmpty(ClassChannel channel) {
        return seats.values().stream().noneMatch(seat -> seat.channel() == channel);
    }

    Collection<Seat> all() {
        return seats.values();
    }

    /** What all are here for. */
    List<LivePlace> places() {
        return Stream.concat(
                        arrivals.values().stream().map(Arrival::place),
                        seats.values().stream().map(Seat::place))
                .distinct()
                .toList();
    }

    /** Closes those whose place is meant, with these last words; complete when all was said. */
    CompletionStage<Void> close(Predicate<LivePlace> whose, Frame bye) {
        return CompletableFuture.allOf(Stream.concat(
                        arrivals.values().stream()
                                .filter(arrival -> whose.test(arrival.place()))
                                .map(Arrival::connection),
                        seats.values().stream()
                                .filter(seat -> whose.test(seat.place()))
                                .map(Seat::connection))
                .map(connection -> CompletableFuture.supplyAsync(() -> connection.close(bye), connection.loop())
                        .thenCompose(said -> said))
                .toArray(CompletableFuture[]::new));
    }
}
