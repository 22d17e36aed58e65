package io.cellmonitor.trace;

import io.cellmonitor.event.LoggedEvent;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is recorded of events on their way. Off, each method looks at one field and does nothing. Safe from any thread. */
public final class Tracing {

    /** Records nothing. */
    public static final Tracing OFF = new Tracing(null);

    private final @Nullable Tracer tracer;

    private Tracing(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** Records by this tracer, as much as its sampler lets it. */
    public static Tracing by(Tracer tracer) {
        return new Tracing(tracer);
    }

    /** Whether anything may be recorded. */
    public boolean isOn() {
        return tracer != null;
    }

    /** Begins at a request that brings events. {@code traceparent}: its header of that name (W3C Trace Context); null when it has none. */
    public RequestTrace request(@Nullable String traceparent) {
        return tracer == null ? RequestTrace.NONE : RequestTrace.begin(tracer, traceparent);
    }

    /** Begins when a store is given a batch; {@code group} is the store's. */
    public BatchTrace storing(String group, List<LoggedEvent> batch) {
        if (tracer == null) {
            return BatchTrace.NONE;
        }
        List<String> traceparents =
                batch.stream().flatMap(event -> event.traced().stream()).toList();
        return BatchTrace.begin(tracer, "store " + group, SpanKind.CONSUMER, traceparents, batch.size());
    }

    /** Begins when events are made into a frame. {@code traceparents}: of those that have one, each as often as it has events. */
    public BatchTrace framing(List<String> traceparents, int events) {
        return tracer == null
                ? BatchTrace.NONE
                : BatchTrace.begin(tracer, "frame", SpanKind.PRODUCER, traceparents, events);
    }
}
