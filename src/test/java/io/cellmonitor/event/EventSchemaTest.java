package io.cellmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.event.Decoding.Accepted;
import io.cellmonitor.event.Decoding.Decoded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Corpus.Case> corpus() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whateverIsTakenFitsOnceItIsMended(Corpus.Case body) {
        if (OpenDoor.decode(body.body()) instanceof Decoded decoded) {
            decoded.items().stream()
                    .filter(Accepted.class::isInstance)
                    .map(item -> LearningEventJson.toBytes(((Accepted) item).event()))
                    .forEach(json -> assertThat(EventSchema.faults(json)).isEmpty());
        }
    }

    @Test
    void nativeBodiesFitAsTheyAre() throws IOException {
        Corpus.Case body = Corpus.all().stream()
                .filter(candidate -> candidate.name().equals("native-array"))
                .findFirst()
                .orElseThrow();
        for (JsonNode event : JSON.readTree(body.body())) {
            assertThat(EventSchema.faults(JSON.writeValueAsBytes(event))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|$ required",
                "{\"eventType\":\"Help\"}|$.eventType pattern",
                "{\"eventType\":\"hint_sent\"}|$.eventType not",
                "{\"eventType\":\"help\",\"cellIndex\":-1}|$.cellIndex minimum",
                "{\"eventType\":\"help\",\"cells\":[{\"id\":\"\",\"type\":\"code\"}]}|$.cells[0].id minLength",
            })
    void namesWhatIsWrong(String json, String fault) {
        assertThat(EventSchema.faults(json.getBytes(StandardCharsets.UTF_8))).contains(fault);
    }
}
