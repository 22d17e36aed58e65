package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfluxWiringTest {

    private static final Optional<URI> URL = Optional.of(URI.create("http://influx:8086"));

    @TempDir
    Path folder;

    @Test
    void theTokenIsThatOfTheSettingsElseThatOfTheFile() throws IOException {
        Optional<Path> file = Optional.of(Files.writeString(folder.resolve("token"), "from-the-file\n"));
        assertThat(settings(Optional.of("set"), file).token()).isEqualTo("set");
        assertThat(settings(Optional.empty(), file).token()).isEqualTo("from-the-file");
    }

    /** Settings get into logs. */
    @Test
    void theTokenIsNotWrittenDown() throws IOException {
        assertThat(settings(Optional.of("a-secret"), Optional.empty()).toString())
                .contains("http://influx:8086", "school", "lessons")
                .doesNotContain("a-secret");
    }

    private static InfluxSettings settings(Optional<String> token, Optional<Path> file) throws IOException {
        return new InfluxWiring()
                .settings(URL, token, file, Optional.of("school"), "lessons", Duration.ZERO, Optional.empty());
    }
}
