package io.cellmonitor.trace;

import static io.opentelemetry.sdk.trace.samplers.SamplingDecision.DROP;
import static io.opentelemetry.sdk.trace.samplers.SamplingDecision.RECORD_AND_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestSamplerTest {

    /** The lowest trace id there is: samplers that go by the id take it at any share. */
    private static final String CHOSEN = "00-00000000000000000000000000000001-00f067aa0ba902b7-";

    private static SamplingDecision decision(double share, Context parent) {
        return new RequestSampler(share)
                .shouldSample(
                        parent,
                        "00000000000000000000000000000001",
                        "POST",
                        SpanKind.SERVER,
                        Attributes.empty(),
                        List.of())
                .getDecision();
    }

    @Test
    void aSenderTurnsRecordingNeitherOnNorOff() {
        assertThat(decision(0, Traceparent.ofSender(CHOSEN + "01"))).isEqualTo(DROP);
        assertThat(decision(1, Traceparent.ofSender(CHOSEN + "00"))).isEqualTo(RECORD_AND_SAMPLE);
    }

    @Test
    void whatFollowsOfARecordedRequestIsRecorded() {
        assertThat(decision(0, Traceparent.ofOurs(CHOSEN + "01").orElseThrow())).isEqualTo(RECORD_AND_SAMPLE);
    }

    @Test
    void theShareIsThatOfAllRequestsWhateverTheirIds() {
        long recorded = IntStream.range(0, 20_000)
                .filter(request -> decision(0.25, Traceparent.ofSender(CHOSEN + "01")) == RECORD_AND_SAMPLE)
                .count();
        assertThat(recorded).isBetween(4_500L, 5_500L);
    }

    @Test
    void aHeaderThatIsNoneBeginsATraceOfOurOwn() {
        for (String header : List.of("", "planted", CHOSEN, "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")) {
            assertThat(Traceparent.ofSender(header)).isEqualTo(Context.root());
            assertThat(Traceparent.ofOurs(header)).isEmpty();
        }
    }
}
