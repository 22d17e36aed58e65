package io.cellmonitor.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.common.vertx.VertxContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The trace in the lines of the log that are said of it: {@code traceId} and {@code spanId} among a JSON line's {@code mdc}. */
public final class LogTrace {

    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";

    private LogTrace() {}

    /** From here on in every line that is said on this request's context, which ends with the request. */
    static void keep(SpanContext span) {
        if (VertxContext.isOnDuplicatedContext()) {
            put(span);
        }
    }

    /** In the lines that {@code saying} says on this thread, of an event that carries {@code traceparent}; null for one that is not traced. */
    public static void during(@Nullable String traceparent, Runnable saying) {
        SpanContext span = traceparent == null
                ? SpanContext.getInvalid()
                : Span.fromContext(Traceparent.ofSender(traceparent)).getSpanContext();
        if (!span.isValid()) {
            saying.run();
            return;
        }
        put(span);
        try {
            saying.run();
        } finally {
            MDC.remove(TRACE);
            MDC.remove(SPAN);
        }
    }

    private static void put(SpanContext span) {
        MDC.put(TRACE, span.getTraceId());
        MDC.put(SPAN, span.getSpanId());
    }
}
