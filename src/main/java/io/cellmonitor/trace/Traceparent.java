package io.cellmonitor.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of a span as text, by W3C Trace Context: {@code 00-TRACE-SPAN-FLAGS}. Its sibling {@code tracestate} is never read, for it would let a sender write into our
 * spans.
 */
final class Traceparent {

    private static final String NAME = "traceparent";

    private static final TextMapGetter<String> HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String header) {
            return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String header, String name) {
            return name.equals(NAME) ? header : null;
        }
    };

    private Traceparent() {}

    /** The parent that a sender names: its trace goes on here. Whether anything is recorded is not the sender's to say ({@link RequestSampler}). */
    static Context ofSender(@Nullable String header) {
        return header == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), header, HEADER);
    }

    /** The parent that an instance of ours wrote into the log, which it does for what is recorded alone; empty for a text that is none. */
    static Optional<Context> ofOurs(String text) {
        SpanContext said = Span.fromContext(ofSender(text)).getSpanContext();
        return said.isValid()
                ? Optional.of(Context.root()
                        .with(Span.wrap(SpanContext.create(
                                said.getTraceId(),
                                said.getSpanId(),
                                TraceFlags.getSampled(),
                                TraceState.getDefault()))))
                : Optional.empty();
    }

    static String of(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
