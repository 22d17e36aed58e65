package io.cellmonitor.bus;

import io.cellmonitor.event.StreamId;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appends that are sent together, as one transaction: Redis reads 16 KiB of a connection at a time and fsyncs after what it has executed of them,
 * so that of commands sent one by one about fifteen share an fsync; a transaction is executed at its end, with one. A class, not a record: each is
 * itself only.
 */
final class AppendTransaction {

    private final List<PendingAppend> appends;
    private final long since;
    private final int size;

    /** {@code since}: when it is sent, by {@link System#nanoTime()}. */
    AppendTransaction(List<PendingAppend> appends, long since) {
        this.appends = appends;
        this.since = since;
        this.size =
                appends.stream().mapToInt(append -> append.commands().size()).sum();
    }

    List<PendingAppend> appends() {
        return appends;
    }

    /** How many events. */
    int size() {
        return size;
    }

    long bytes() {
        return appends.stream().mapToLong(PendingAppend::bytes).sum();
    }

    long since() {
        return since;
    }

    /** What Redis is to be sent. */
    List<Request> commands() {
        Stream<Request> each = appends.stream().flatMap(append -> append.commands().stream());
        if (size == 1) {
            return each.toList();
        }
        List<Request> transaction = new ArrayList<>(size + 2);
        transaction.add(Request.cmd(Command.MULTI));
        each.forEach(transaction::add);
        transaction.add(Request.cmd(Command.EXEC));
        return transaction;
    }

    /** Why Redis did not execute all of it, by the replies to {@link #commands}; null when it did. */
    @Nullable
    Throwable refusal(List<Response> replies) {
        return executed(replies)
                .filter(Throwable.class::isInstance)
                .map(Throwable.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Where its events are in the log, in their order, by the replies to {@link #commands}. */
    List<StreamId> places(List<Response> replies) {
        return executed(replies).map(place -> StreamId.parse(place.toString())).toList();
    }

    private Stream<Response> executed(List<Response> replies) {
        return size == 1 ? Stream.of(replies.getFirst()) : replies.get(size + 1).stream();
    }

    /** Some of its events may be in the log; their senders send all of them again. */
    void fail(Throwable cause) {
        LogUnavailable failure = RedisErrors.unavailable(cause, Duration.ofSeconds(1));
        appends.forEach(append -> append.fail(failure));
    }
}
