package io.cellmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.Decoding.Accepted;
import io.cellmonitor.event.Decoding.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is sent, the decoder answers, and what it takes is within the limits. */
class EventDecoderProperties {

    @Property(tries = 10_000)
    void whatIsTakenIsWithinTheLimitsAndCanBeWrittenAndReadAgain(@ForAll long seed) {
        for (LearningEvent event :
                taken(OpenDoor.decode(GeneratedBodies.of(seed).getBytes(StandardCharsets.UTF_8)))) {
            byte[] json = LearningEventJson.toBytes(event);
            assertThat(EventSchema.faults(json)).isEmpty();
            assertThat(LearningEventJson.fromBytes(json)).isEqualTo(event);
            assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("\\u0000", "\\ud", "\\uD");
            assertThat(bytes(event.code())).isLessThanOrEqualTo(64 * 1024);
            assertThat(bytes(event.result())).isLessThanOrEqualTo(16 * 1024);
            assertThat(bytes(event.traceback())).isLessThanOrEqualTo(16 * 1024);
            assertThat(bytes(event.errorMessage())).isLessThanOrEqualTo(4 * 1024);
        }
    }

    @Property(tries = 10_000)
    void bytesOfAnyKindAreAnswered(@ForAll byte[] body) {
        assertThat(OpenDoor.decode(body)).isNotNull();
    }

    private static List<LearningEvent> taken(Decoding decoding) {
        return !(decoding instanceof Decoded decoded)
                ? List.of()
                : decoded.items().stream()
                        .filter(Accepted.class::isInstance)
                        .map(item -> ((Accepted) item).event())
                        .toList();
    }

    private static int bytes(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
