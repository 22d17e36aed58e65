package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.StreamId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EnvelopeCodecTest {

    @Property(tries = 500)
    void whatIsWrittenIsReadAgain(@ForAll("envelopes") Envelope envelope) throws IOException {
        assertThat(EnvelopeCodec.decode(EnvelopeCodec.encode(envelope))).isEqualTo(envelope);
    }

    @Example
    void nullAndEmptyListsAreLeftOutAndInstantsAreMilliseconds() throws IOException {
        Envelope envelope = Events.run("e-1").envelope();
        String json = new String(EnvelopeCodec.encode(envelope), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("null", "cells\"", "lateMs").contains("\"eventId\":\"e-1\"");
        Envelope timed =
                EnvelopeCodec.decode(bytes(json.replaceFirst("\\{", "{\"eventTime\":1795136529123,\"new\":[1],")));
        assertThat(timed.eventTime()).isEqualTo(Instant.ofEpochMilli(1795136529123L));
        assertThat(timed.cells()).isEmpty();
    }

    @Example
    void whatIsNoEnvelopeIsRefusedWithoutQuotingIt() {
        for (String json : List.of("", "null", "[]", "{}", "{\"eventId\":{\"secret\":1}}", "secret")) {
            assertThatThrownBy(() -> EnvelopeCodec.decode(bytes(json)))
                    .isInstanceOf(IOException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Provide
    Arbitrary<Envelope> envelopes() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(30);
        Arbitrary<UUID> id = Arbitraries.create(UUID::randomUUID);
        Arbitrary<Instant> time =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        Arbitrary<Integer> number = Arbitraries.integers();
        Arbitrary<List<CellRef>> cells =
                Combinators.combine(text, text).as(CellRef::new).list().ofMaxSize(5);
        return Combinators.combine(
                        id,
                        text,
                        time.injectNull(0.3),
                        text.injectNull(0.5),
                        number.injectNull(0.5),
                        cells,
                        Arbitraries.of(true, false).injectNull(0.3),
                        Arbitraries.longs().injectNull(0.5))
                .as((uuid, word, at, maybe, count, list, error, duration) -> new Envelope(
                        uuid,
                        uuid,
                        word,
                        word,
                        "cell_error",
                        at,
                        at,
                        maybe == null ? null : uuid,
                        maybe,
                        maybe,
                        maybe,
                        count,
                        maybe,
                        count,
                        duration,
                        error,
                        maybe,
                        maybe,
                        maybe,
                        count,
                        count,
                        count,
                        list,
                        maybe == null
                                ? null
                                : HelpReference.toRequest(new StreamId(duration == null ? 1 : duration, 2), uuid)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
