package io.cellmonitor.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Records a share of the requests, and all that follows of these. Chance alone chooses: neither the flag that a sender sets nor the trace id that it chooses, by which
 * the library's own samplers go, may turn recording on (a student would spend our processor and disk) or off.
 *
 * @param share from 0 (none) to 1 (all)
 */
record RequestSampler(double share) implements Sampler {

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        SpanContext above = Span.fromContext(parent).getSpanContext();
        boolean isOurs = above.isValid() && !above.isRemote();
        boolean recorded =
                isOurs ? above.isSampled() : ThreadLocalRandom.current().nextDouble() < share;
        return recorded ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "RequestSampler{" + share + "}";
    }
}
