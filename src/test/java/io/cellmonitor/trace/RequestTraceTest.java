package io.cellmonitor.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request and its append look like in a trace. */
class RequestTraceTest {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final RequestTrace request = Tracing.by(tracers.get("test")).request(null);

    @AfterEach
    void close() {
        tracers.close();
    }

    private SpanData only() {
        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(spans).hasSize(1);
        return spans.getFirst();
    }

    /** A sender's mistake, or its haste, is no failure of ours. */
    @ParameterizedTest
    @CsvSource({"202, UNSET", "422, UNSET", "429, UNSET", "500, ERROR", "503, ERROR"})
    void itSaysHowItWasAnswered(int status, StatusCode outcome) {
        request.end(status);

        assertThat(only().getAttributes().asMap().toString()).contains("http.response.status_code=" + status);
        assertThat(only().getStatus().getStatusCode()).isEqualTo(outcome);
    }

    @Test
    void anAppendIsAStepOfItThatSaysHowManyEvents() {
        request.appending(3, Uni.createFrom().voidItem()).await().indefinitely();

        assertThat(only().getName()).isEqualTo("append");
        assertThat(request.traceparent()).contains(only().getTraceId() + "-" + only().getParentSpanId());
        assertThat(only().getAttributes().asMap().toString()).contains("cellmonitor.events=3");
        assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    /** A message could quote what was sent. */
    @Test
    void anAppendThatFailsSaysWhatByItsClassAlone() {
        Uni<Void> failing = Uni.createFrom().failure(new IllegalStateException("planted"));

        request.appending(1, failing).onFailure().recoverWithNull().await().indefinitely();

        assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(only().getStatus().getDescription()).isEqualTo("IllegalStateException");
        assertThat(only().toString()).doesNotContain("planted");
    }

    @Test
    void anAppendThatIsGivenUpEnds() {
        request.appending(1, Uni.createFrom().<Void>nothing())
                .subscribe()
                .with(done -> {})
                .cancel();

        assertThat(only().getName()).isEqualTo("append");
    }
}
