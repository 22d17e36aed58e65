package io.cellmonitor.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done with many events at once: a span in each trace that has some of them, below the span of their request, so that each trace can be read alone.
 * For one thread at a time.
 */
public final class BatchTrace {

    static final AttributeKey<Long> EVENTS = AttributeKey.longKey("cellmonitor.events");
    private static final AttributeKey<Long> BATCH = AttributeKey.longKey("messaging.batch.message_count");

    /** Of a batch without a traced event. */
    static final BatchTrace NONE = new BatchTrace(Map.of());

    private final Map<String, Span> spans;

    private BatchTrace(Map<String, Span> spans) {
        this.spans = spans;
    }

    /** {@code traceparents}: of the traced events, each as often as it has events; {@code size}: of all events, traced or not. */
    static BatchTrace begin(Tracer tracer, String name, SpanKind kind, List<String> traceparents, int size) {
        if (traceparents.isEmpty()) {
            return NONE;
        }
        Map<String, Integer> events = new LinkedHashMap<>();
        traceparents.forEach(traceparent -> events.merge(traceparent, 1, Integer::sum));
        Map<String, Span> spans = new HashMap<>();
        events.forEach((traceparent, count) -> Traceparent.ofOurs(traceparent)
                .map(parent -> tracer.spanBuilder(name)
                        .setParent(parent)
                        .setSpanKind(kind)
                        .setAttribute(EVENTS, (long) count)
                        .setAttribute(BATCH, (long) size)
                        .startSpan())
                .ifPresent(span -> spans.put(traceparent, span)));
        return new BatchTrace(spans);
    }

    /** An event of that trace was not taken. {@code reason}: a class or a code, never a message, for that may quote the event. */
    public void failed(@Nullable String traceparent, String reason) {
        Span span = traceparent == null ? null : spans.get(traceparent);
        if (span != null) {
            span.setStatus(StatusCode.ERROR, reason);
        }
    }

    /** None of them was taken; {@code reason} as for one. */
    public void failed(String reason) {
        spans.values().forEach(span -> span.setStatus(StatusCode.ERROR, reason));
    }

    /** It is done, well or not. */
    public void end() {
        spans.values().forEach(Span::end);
    }
}
