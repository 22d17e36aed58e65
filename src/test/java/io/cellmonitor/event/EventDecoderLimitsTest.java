package io.cellmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.Decoding.Accepted;
import io.cellmonitor.event.Decoding.Decoded;
import io.cellmonitor.event.Decoding.NotJson;
import io.cellmonitor.event.Decoding.TooMany;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventDecoderLimitsTest {

    private static final String HELP = "{\"eventType\":\"help\",\"userName\":\"s1\"}";

    @Test
    void takesFiveHundredAndNotOneMore() {
        assertThat(decode("[" + (HELP + ",").repeat(499) + HELP + "]"))
                .isInstanceOfSatisfying(
                        Decoded.class, decoded -> assertThat(decoded.items()).hasSize(500));
        assertThat(decode("[" + (HELP + ",").repeat(500) + HELP + "]")).isEqualTo(new TooMany(500));
    }

    @Test
    void nestingTooDeepIsMendedAndDeeperStillIsNotRead() {
        assertThat(metadataOf(nested(50_000))).isEqualTo("{_dropped=[metadata]}");
        assertThat(decode(withMetadata(nested(1_000_000)))).isInstanceOf(NotJson.class);
    }

    @Test
    void metadataOfDepthFiveIsKept() {
        assertThat(metadataOf(nested(5))).isEqualTo("{a={a={a={a={}}}}}");
        assertThat(metadataOf(nested(6))).isEqualTo("{_dropped=[metadata]}");
    }

    @Test
    void metadataOfEightKibIsKept() {
        String eightKib = "{\"a\":\"" + "x".repeat(8 * 1024 - 8) + "\"}";
        assertThat(metadataOf(eightKib)).startsWith("{a=x");
        assertThat(metadataOf(eightKib.replace("x\"", "xx\""))).isEqualTo("{_dropped=[metadata]}");
    }

    @Test
    void hugeNumbersAreDroppedWithoutBeingComputed() {
        String digits = "9".repeat(1_000_000);
        assertThat(metadataOf("{\"a\":" + digits + ",\"b\":-" + digits + "e99,\"c\":12345678901234567890}"))
                .isEqualTo("{c=1.2345678901234567E19, _dropped=[metadata.a, metadata.b]}");
    }

    @Test
    void manyInfiniteNumbersDoNotMakeALongListOfThem() {
        assertThat(metadataOf("{\"a\":[" + "1e999,".repeat(100_000) + "0]}")).isEqualTo("{_dropped=[metadata]}");
    }

    @Test
    void longTextIsCutAtACodePoint() {
        LearningEvent event = event("{\"eventType\":\"cell_executed\",\"userName\":\"s1\",\"code\":\""
                + "あ".repeat(30_000) + "\",\"errorMessage\":\"a" + "😀".repeat(2_000) + "\",\"teamName\":\""
                + "😀".repeat(101) + "\"}");
        assertThat(event.code()).isEqualTo("あ".repeat(21_845));
        assertThat(event.errorMessage()).isEqualTo("a" + "😀".repeat(1_023));
        assertThat(event.teamName()).isEqualTo("😀".repeat(100));
        assertThat(event.metadata()).hasToString("{_cut=[code, errorMessage, teamName]}");
    }

    @Test
    void aMessageOfHelpIsCut() {
        LearningEvent event = event(
                "{\"eventType\":\"help\",\"userName\":\"s1\",\"metadata\":{\"message\":\"" + "あ".repeat(501) + "\"}}");
        assertThat(event.metadata()).hasToString("{message=" + "あ".repeat(500) + ", _cut=[metadata.message]}");
    }

    @Test
    void moreThanTwoThousandCellsAreCut() {
        LearningEvent event = event("{\"eventType\":\"notebook_opened\",\"userName\":\"s1\",\"cells\":["
                + "{\"id\":\"c\",\"type\":\"code\"},".repeat(2_000) + "{\"id\":\"d\",\"type\":\"code\"}]}");
        assertThat(event.cells()).hasSize(2_000).containsOnly(new CellRef("c", "code"));
        assertThat(event.metadata()).hasToString("{_cut=[cells]}");
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static String withMetadata(String metadata) {
        return "{\"eventType\":\"help\",\"userName\":\"s1\",\"metadata\":" + metadata + "}";
    }

    private static String metadataOf(String metadata) {
        return event(withMetadata(metadata)).metadata().toString();
    }

    private static LearningEvent event(String body) {
        return ((Accepted) ((Decoded) decode(body)).items().getFirst()).event();
    }

    private static Decoding decode(String body) {
        return OpenDoor.decode(body.getBytes(StandardCharsets.UTF_8));
    }
}
