package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DashboardBuildTest {

    @Test
    void thePageSaysOfWhichBuildItIs() {
        String page =
                "<head><title>Cell Monitor</title><meta name=\"cell-monitor-build\" content=\"3fa90c12d4e5\"></head>";
        assertThat(DashboardBuild.nameIn(page)).isEqualTo("3fa90c12d4e5");
        assertThat(DashboardBuild.nameIn("<head></head>")).isNull();
    }

    @Test
    void thePluginOfTheDashboardWritesThatName() throws IOException {
        assertThat(Files.readString(Path.of("dashboard/scripts/build-name.ts"))).contains("'cell-monitor-build'");
        assertThat(Files.readString(Path.of("dashboard/vite.config.ts"))).contains("buildName()");
    }
}
