package io.cellmonitor.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubsFileTest {

    private static final UUID CLASS = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("hubs.json"), text);
    }

    @Test
    void aHubIsReadWithItsClasses() throws IOException {
        List<Hub> hubs = HubsFile.read(file("""
                [{"name":"a","api":"https://hub.example.org/hub/api/","realm":"school","class":"%s"},
                 {"name":"b","api":"http://127.0.0.1:8081/hub/api","realm":"school","claim":"userId",
                  "classes_by_group":{"python-a":"%s","python-b":"%s"}}]""".formatted(CLASS, CLASS, OTHER)));
        assertThat(hubs).hasSize(2);
        assertThat(hubs.getFirst().api()).hasToString("https://hub.example.org/hub/api");
        assertThat(hubs.getFirst().claim()).isEqualTo("userName");
        assertThat(hubs.getFirst().classesOf(List.of("any"))).isEqualTo(Set.of(CLASS));
        assertThat(hubs.getLast().classesOf(List.of("python-b", "any"))).isEqualTo(Set.of(OTHER));
        assertThat(hubs.getLast().classesOf(List.of())).isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        String good = "{\"name\":\"a\",\"api\":\"https://h/hub/api\",\"realm\":\"r\",\"class\":\"" + CLASS + "\"}";
        assertThat(HubsFile.refusal(file("[" + good + "]"))).isEmpty();
        assertThat(HubsFile.refusal(folder.resolve("none"))).get().asString().contains("no readable file");
        assertThat(refusal("{}")).contains("not a JSON array");
        assertThat(refusal("[1]")).contains("not a JSON array");
        assertThat(refusal("[" + good + "," + good + "]")).contains("the same name");
        assertThat(refusal("[" + good.replace("https://h/hub/api", "ftp://h") + "]"))
                .contains("api of hub a");
        assertThat(refusal("[" + good.replace("realm", "real") + "]")).contains("no realm");
        assertThat(refusal("[" + good.replace("class", "klass") + "]")).contains("neither class nor");
        assertThat(refusal("[" + good.replace(CLASS.toString(), "x") + "]")).contains("no id");
        assertThat(refusal("[" + good.replace("\"realm\"", "\"claim\":\"mail\",\"realm\"") + "]"))
                .contains("claim of hub a");
    }

    private String refusal(String text) throws IOException {
        return HubsFile.refusal(file(text)).orElseThrow();
    }
}
