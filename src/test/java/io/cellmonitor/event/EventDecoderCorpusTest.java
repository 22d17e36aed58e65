package io.cellmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.event.Decoding.Accepted;
import io.cellmonitor.event.Decoding.Decoded;
import io.cellmonitor.event.Decoding.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventDecoderCorpusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Corpus.Case> corpus() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void decodesAsExpected(Corpus.Case body) throws IOException {
        Decoding decoding = OpenDoor.decode(body.body());
        assertThat(status(decoding)).isEqualTo(body.expected().path("status").intValue());
        if (decoding instanceof Decoded decoded) {
            checkRejected(decoded, body.expected());
            checkEvents(decoded, body.expected());
        }
    }

    private static int status(Decoding decoding) {
        return switch (decoding) {
            case Decoding.NotJson notJson -> 400;
            case Decoding.TooMany tooMany -> 413;
            case Decoded decoded -> taken(decoded).isEmpty() ? 422 : 202;
        };
    }

    private static void checkRejected(Decoded decoded, JsonNode expected) {
        for (JsonNode rejection : expected.path("rejected")) {
            assertThat(decoded.items().get(rejection.path("index").intValue()))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.rejection().reason())
                                    .isEqualTo(rejection.path("reason").textValue()));
        }
        if (expected.has("accepted")) {
            assertThat(taken(decoded)).hasSize(expected.path("accepted").intValue());
        }
    }

    private static void checkEvents(Decoded decoded, JsonNode expected) throws IOException {
        List<JsonNode> wanted = new ArrayList<>();
        expected.path("events").forEach(wanted::add);
        if (expected.has("event")) {
            wanted.add(expected.path("event"));
        }
        List<LearningEvent> taken = taken(decoded);
        for (int index = 0; index < wanted.size(); index++) {
            StoredAsExpected.check(JSON.readTree(LearningEventJson.toBytes(taken.get(index))), wanted.get(index));
        }
    }

    private static List<LearningEvent> taken(Decoded decoded) {
        return decoded.items().stream()
                .filter(Accepted.class::isInstance)
                .map(item -> ((Accepted) item).event())
                .filter(event -> StudentClaim.of(event).isPresent())
                .toList();
    }
}
