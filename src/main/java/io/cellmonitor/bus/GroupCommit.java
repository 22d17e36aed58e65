package io.cellmonitor.bus;

import io.cellmonitor.event.StreamId;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Group commit, as databases call it: appends that come together share a round trip and an fsync. They wait ({@link WaitingAppends}), some are chosen
 * ({@link NextAppends}) and sent as one ({@link AppendTransaction}); Redis answers it only after the fsync that covers it ({@code appendfsync always}), and
 * then their callers are told ({@link AnsweredAppends}). The readers' groups ({@link ConsumerGroup}) have nothing to do with it. Offers come from any
 * thread; everything else is on one event loop.
 */
final class GroupCommit {

    private static final String REPLICA_LIMIT_MS = "1000";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Context loop;
    private final AppendSettings settings;
    private final WaitingAppends waiting;
    private final CompletionRate rate = new CompletionRate();
    private final NextAppends next;
    private final BiConsumer<PendingAppend, List<StreamId>> appended;
    private final LogMetrics metrics;
    private final Set<AppendTransaction> inFlight = new HashSet<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile @Nullable RedisConnection connection;

    GroupCommit(
            Context loop,
            AppendSettings settings,
            LogMetrics metrics,
            BiConsumer<PendingAppend, List<StreamId>> appended) {
        this.metrics = metrics;
        this.loop = loop;
        this.settings = settings;
        this.appended = appended;
        this.waiting = new WaitingAppends(settings.maxWaitingEvents(), settings.maxWaitingBytes());
        this.next = new NextAppends(waiting, settings.transactionSize(), new ControlledDelay(), rate, this::refuse);
    }

    void offer(PendingAppend append) {
        if (connection == null) {
            append.fail(new LogUnavailable("the log is away", SOON));
        } else if (!waiting.offer(append)) {
            refuse(append);
        } else if (scheduled.compareAndSet(false, true)) {
            loop.runOnContext(ignored -> pump());
        }
    }

    /** Nothing of it was sent. */
    private void refuse(PendingAppend append) {
        metrics.refused();
        append.fail(new LogUnavailable("too many events are waiting for the log", LATER));
    }

    boolean isOpen() {
        return connection != null;
    }

    /** Takes a new connection. On the loop. */
    void connected(RedisConnection fresh) {
        connection = fresh;
        pump();
    }

    /** Fails everything that was sent or waits. On the loop. */
    void disconnected(String reason) {
        connection = null;
        LogUnavailable failure = new LogUnavailable(reason, SOON);
        List<AppendTransaction> lost = new ArrayList<>(inFlight);
        inFlight.clear();
        lost.forEach(sent -> sent.appends().forEach(append -> append.fail(failure)));
        for (PendingAppend append = waiting.poll(); append != null; append = waiting.poll()) {
            append.fail(failure);
        }
    }

    /** True when a pipeline has been unanswered for longer than the limit. On the loop. */
    boolean isOverdue() {
        long limit = settings.timeLimit().toNanos();
        long now = System.nanoTime();
        return inFlight.stream().anyMatch(sent -> now - sent.since() > limit);
    }

    private void pump() {
        scheduled.set(false);
        RedisConnection current = connection;
        if (current == null) {
            // An append may have slipped in between the loss of the connection and now.
            disconnected("the log is away");
            return;
        }
        while (inFlight.size() < settings.transactionsInFlight() && !waiting.isEmpty()) {
            long now = System.nanoTime();
            List<PendingAppend> appends = next.take(now);
            if (!appends.isEmpty()) {
                send(current, new AppendTransaction(appends, now));
            }
        }
    }

    private void send(RedisConnection current, AppendTransaction together) {
        inFlight.add(together);
        metrics.sent(together.size());
        List<Request> pipeline = new ArrayList<>(together.commands());
        if (settings.waitReplicas() > 0) {
            pipeline.add(Request.cmd(Command.WAIT).arg(settings.waitReplicas()).arg(REPLICA_LIMIT_MS));
        }
        current.batch(pipeline)
                .onComplete(replies -> loop.runOnContext(ignored -> {
                    if (inFlight.remove(together)) {
                        answered(together, replies);
                        pump();
                    }
                }));
    }

    private void answered(AppendTransaction together, AsyncResult<List<Response>> replies) {
        metrics.answered(together.since());
        try {
            Throwable failure = replies.failed() ? replies.cause() : together.refusal(replies.result());
            if (failure != null) {
                together.fail(failure);
            } else {
                rate.completed(together.bytes(), together.since(), System.nanoTime());
                answer(together, replies.result());
            }
        } catch (RuntimeException unexpected) {
            // Whatever it is, none of them may wait for ever.
            together.fail(unexpected);
        }
    }

    private void answer(AppendTransaction together, List<Response> replies) {
        int replicas = settings.waitReplicas();
        if (replicas > 0 && replies.getLast().toInteger() < replicas) {
            LogUnavailable failure = new LogUnavailable("too few replicas have the events", SOON);
            together.appends().forEach(append -> append.fail(failure));
            return;
        }
        AnsweredAppends answered = new AnsweredAppends();
        Iterator<StreamId> places = together.places(replies).iterator();
        for (PendingAppend append : together.appends()) {
            List<StreamId> ids = new ArrayList<>(append.commands().size());
            append.commands().forEach(command -> ids.add(places.next()));
            if (!ids.stream().allMatch(StreamId::fitsBigint)) {
                // Somebody else has written there, and Redis counts on from it: no store could keep these.
                append.fail(new LogUnavailable("the log's places are used up", SOON));
                continue;
            }
            answered.add(append, ids);
            appended.accept(append, ids);
        }
        answered.tellCallers();
    }
}
