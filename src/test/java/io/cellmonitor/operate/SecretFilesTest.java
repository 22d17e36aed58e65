package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {

    private static final int ENVIRONMENT = 300;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("cell-monitor.pg"), "postgresql://owner:p%40ss@db:5433/cells\n");
        Files.writeString(folder.resolve("cell-monitor.pg-writer-password"), "of the file\n");
        Files.writeString(folder.resolve("somebody-elses"), "x");
    }

    private SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(environment, "environment", ENVIRONMENT))
                .withSources(new PostgresAddress(), new SecretFiles())
                .build();
    }

    @Test
    void filesAreSettingsAndTheAddressAmongThemIsTakenApart() {
        SmallRyeConfig config = config(Map.of("cell-monitor.secrets", folder.toString()));

        assertThat(config.getRawValue("cell-monitor.pg-writer-password")).isEqualTo("of the file");
        assertThat(config.getRawValue("cell-monitor.pg-owner-password")).isEqualTo("p@ss");
        assertThat(config.getRawValue("cell-monitor.pg-reactive-url")).isEqualTo("postgresql://db:5433/cells");
        assertThat(config.getPropertyNames()).doesNotContain("somebody-elses");
    }

    @Test
    void aVariableCountsMore() {
        SmallRyeConfig config = config(Map.of(
                "cell-monitor.secrets", folder.toString(), "cell-monitor.pg-writer-password", "of the variable"));

        assertThat(config.getRawValue("cell-monitor.pg-writer-password")).isEqualTo("of the variable");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutTheSettingThereAreNone(String folder) {
        assertThat(new SecretFiles().getConfigSources(saying(folder))).isEmpty();
    }

    private static ConfigSourceContext saying(String folder) {
        return new ConfigSourceContext() {
            @Override
            public ConfigValue getValue(String name) {
                return folder == null
                        ? null
                        : ConfigValue.builder().withName(name).withValue(folder).build();
            }

            @Override
            public Iterator<String> iterateNames() {
                return Collections.emptyIterator();
            }
        };
    }
}
