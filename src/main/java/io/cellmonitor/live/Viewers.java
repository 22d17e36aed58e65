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
final class Viewers {

    private record Arrival(LivePlace place, LiveConnection connection) {}

    private final Map<String, Arrival> arrivals = new ConcurrentHashMap<>();
    private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();

    void arrives(String id, LivePlace place, LiveConnection connection) {
        arrivals.put(id, new Arrival(place, connection));
    }

    void settles(Viewer viewer) {
        viewers.put(viewer.id(), viewer);
        arrivals.remove(viewer.id());
    }

    /** It is gone; gives what it was, null when it was not in place yet. */
    @Nullable
    Viewer leaves(String id) {
        arrivals.remove(id);
        return viewers.remove(id);
    }

    @Nullable
    Viewer find(String id) {
        return viewers.get(id);
    }

    boolean isHere(Viewer viewer) {
        return viewers.get(viewer.id()) == viewer;
    }

    boolean isEmpty(ClassChannel channel) {
        return viewers.values().stream().noneMatch(viewer -> viewer.channel() == channel);
    }

    Collection<Viewer> all() {
        return viewers.values();
    }

    /** What all are here for. */
    List<LivePlace> places() {
        return Stream.concat(
                        arrivals.values().stream().map(Arrival::place),
                        viewers.values().stream().map(Viewer::place))
                .distinct()
                .toList();
    }

    /** Closes those whose place is meant, with these last words; complete when all was said. */
    CompletionStage<Void> close(Predicate<LivePlace> whose, Frame bye) {
        return CompletableFuture.allOf(Stream.concat(
                        arrivals.values().stream()
                                .filter(arrival -> whose.test(arrival.place()))
                                .map(Arrival::connection),
                        viewers.values().stream()
                                .filter(viewer -> whose.test(viewer.place()))
                                .map(Viewer::connection))
                .map(connection -> CompletableFuture.supplyAsync(() -> connection.close(bye), connection.loop())
                        .thenCompose(said -> said))
                .toArray(CompletableFuture[]::new));
    }
}
