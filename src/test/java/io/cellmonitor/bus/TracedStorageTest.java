package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a store's work looks like in the traces of its events. */
class TracedStorageTest {

    private static final String FIRST = "0af7651916cd43dd8448eb211c80319c";
    private static final String SECOND = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "b7ad6b7169203331";

    private final Vertx vertx = Vertx.vertx();
    private final FakeStore store = new FakeStore("relational");
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final BatchStorage storage = new BatchStorage(
            store,
            new SubscriberCalls(vertx, Duration.ofSeconds(10)),
            new Stopping(),
            new LogMetrics(new SimpleMeterRegistry()),
            Tracing.by(tracers.get("test")));

    @AfterEach
    void close() {
        tracers.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static LoggedEvent event(String id, @Nullable String trace) {
        UnloggedEvent event = Events.run(id);
        String traceparent = trace == null ? null : "00-" + trace + "-" + PARENT + "-01";
        return new LoggedEvent(
                new StreamId(1, id.hashCode() & 0xFFFF),
                event.envelope(),
                event.sealed(),
                event.sealedName(),
                traceparent);
    }

    private Map<String, SpanData> spans() {
        return exporter.getFinishedSpanItems().stream().collect(Collectors.toMap(SpanData::getTraceId, span -> span));
    }

    @Test
    void eachTraceOfABatchGetsOneSpanBelowItsRequest() {
        storage.store(List.of(event("a", FIRST), event("b", null), event("c", SECOND), event("d", FIRST)));

        assertThat(spans()).containsOnlyKeys(FIRST, SECOND);
        assertThat(spans().values()).allSatisfy(span -> {
            assertThat(span.getName()).isEqualTo("store relational");
            assertThat(span.getParentSpanId()).isEqualTo(PARENT);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        });
        assertThat(spans().get(FIRST).getAttributes().asMap().toString())
                .contains("cellmonitor.events=2", "messaging.batch.message_count=4");
    }

    @Test
    void aBatchWithoutATraceHasNoSpan() {
        storage.store(List.of(event("a", null), event("b", null)));

        assertThat(store.stored).hasSize(2);
        assertThat(spans()).isEmpty();
    }

    @Test
    void aDeadLetterFailsItsOwnTraceAloneAndIsSaidWithIt() {
        store.poison.addAll(List.of("bad", "worse"));
        try (LoggedLines lines = LoggedLines.of(BatchStorage.class)) {
            storage.store(List.of(event("good", FIRST), event("bad", SECOND), event("worse", null)));

            assertThat(lines.all()).hasSize(2);
            assertThat(lines.traces()).containsExactly(SECOND);
        }
        assertThat(store.deadLetters).hasSize(2);
        assertThat(spans().get(FIRST).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(spans().get(SECOND).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans().get(SECOND).getStatus().getDescription()).isEqualTo("DataError");
    }

    @Test
    void aStoreThatIsAwayIsSeenInTheTrace() {
        store.away = true;

        assertThatThrownBy(() -> storage.store(List.of(event("a", FIRST)))).isInstanceOf(StoreAway.class);
        assertThat(spans().get(FIRST).getStatus().getDescription()).isEqualTo("StoreAway");
    }
}
