package io.cellmonitor.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The span of a request that brings events. One that is never ended is never told of. Safe from any thread. */
public final class RequestTrace {

    /** Of a request that is not recorded. */
    public static final RequestTrace NONE = new RequestTrace(null, null);

    private static final String ROUTE = "/api/v1/events";
    private static final int INTERNAL_ERROR = 500;

    private final @Nullable Tracer tracer;
    private final @Nullable Span span;

    private RequestTrace(@Nullable Tracer tracer, @Nullable Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    static RequestTrace begin(Tracer tracer, @Nullable String traceparent) {
        Span span = tracer.spanBuilder("POST " + ROUTE)
                .setParent(Traceparent.ofSender(traceparent))
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", "POST")
                .setAttribute("http.route", ROUTE)
                .startSpan();
        LogTrace.keep(span.getSpanContext());
        return span.isRecording() ? new RequestTrace(tracer, span) : NONE;
    }

    /** What its events' entries in the log are to carry; null when it is not recorded. */
    public @Nullable String traceparent() {
        return span == null ? null : Traceparent.of(span.getSpanContext());
    }

    /** The append of so many events, as a step of this. */
    public <T> Uni<T> appending(int events, Uni<T> append) {
        if (tracer == null || span == null) {
            return append;
        }
        Span step = tracer.spanBuilder("append")
                .setParent(Context.root().with(span))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(BatchTrace.EVENTS, (long) events)
                .startSpan();
        return append.onTermination().invoke((item, failure, cancelled) -> {
            if (failure != null) {
                step.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            }
            step.end();
        });
    }

    /** It is answered with this HTTP status. */
    public void end(int status) {
        if (span == null) {
            return;
        }
        span.setAttribute("http.response.status_code", status);
        if (status >= INTERNAL_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
