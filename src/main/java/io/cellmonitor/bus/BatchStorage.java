package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.trace.BatchTrace;
import io.cellmonitor.trace.LogTrace;
import io.cellmonitor.trace.Tracing;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings a batch into its store, whatever it takes (promise 5): a lost connection or a lock is tried again for ever; a data error is
 * narrowed down by halves to the events that cause it, and each of these, tried alone, becomes a dead letter after five tries.
 */
final class BatchStorage {

    private static final Logger LOGGER = Logger.getLogger(BatchStorage.class);
    private static final int TRIES = 5;

    private final EventSubscriber subscriber;
    private final SubscriberCalls calls;
    private final Stopping stopping;
    private final LogMetrics metrics;
    private final Tracing tracing;

    BatchStorage(
            EventSubscriber subscriber, SubscriberCalls calls, Stopping stopping, LogMetrics metrics, Tracing tracing) {
        this.subscriber = subscriber;
        this.calls = calls;
        this.stopping = stopping;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    /** Returns when every event is stored or a dead letter. Throws {@link StoreAway} when there is reason to look at the lease again. */
    void store(List<LoggedEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        BatchTrace trace = tracing.storing(subscriber.group(), batch);
        try {
            store(batch, trace);
        } catch (RuntimeException e) {
            trace.failed(e.getClass().getSimpleName());
            throw e;
        } finally {
            trace.end();
        }
    }

    private void store(List<LoggedEvent> batch, BatchTrace trace) {
        Exception dataError = tryStore(batch);
        if (dataError == null) {
            metrics.stored(subscriber.group(), batch.size());
        } else if (batch.size() == 1) {
            storeAlone(batch, dataError, trace);
        } else {
            int half = batch.size() / 2;
            store(batch.subList(0, half), trace);
            store(batch.subList(half, batch.size()), trace);
        }
    }

    private void storeAlone(List<LoggedEvent> alone, Exception firstError, BatchTrace trace) {
        Exception error = firstError;
        Backoff backoff = new Backoff(20, 200);
        for (int tries = 1; tries < TRIES; tries++) {
            stopping.pause(backoff.nextMillis());
            Exception next = tryStore(alone);
            if (next == null) {
                metrics.stored(subscriber.group(), 1);
                return;
            }
            error = next;
        }
        LoggedEvent event = alone.getFirst();
        String reason = subscriber.reason(error);
        try {
            calls.await(() -> subscriber.deadLetter(event, reason));
        } catch (Exception e) {
            throw new StoreAway("dead letters cannot be put aside", e);
        }
        LogTrace.during(
                event.traceparent(),
                () -> LOGGER.warnf("%s: event %s is a dead letter: %s", subscriber.group(), event.id(), reason));
        trace.failed(event.traceparent(), reason);
        metrics.deadLetter(subscriber.group());
    }

    /** Null when stored, or the data error. */
    private @Nullable Exception tryStore(List<LoggedEvent> batch) {
        try {
            calls.await(() -> subscriber.store(batch));
            return null;
        } catch (Exception e) {
            if (subscriber.isDataError(e)) {
                return e;
            }
            throw new StoreAway(subscriber.reason(e), e);
        }
    }
}
