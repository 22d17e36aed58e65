package io.cellmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run replaces its own sections and nothing else. */
class PerformanceDocumentTest {

    @TempDir
    Path folder;

    private Path file;
    private PerformanceDocument document;

    @BeforeEach
    void choose() {
        file = folder.resolve("performance.md");
        document = new PerformanceDocument(file);
    }

    @Test
    void aSectionIsReplacedWhereItStands() throws IOException {
        document.write("one", "## One\n\nold");
        document.write("two", "## Two");
        document.write("one", "## One\n\nnew");

        assertThat(Files.readString(file))
                .startsWith("# Performance")
                .doesNotContain("old")
                .containsSubsequence("<!-- bench:one -->", "new", "<!-- /bench:one -->", "<!-- bench:two -->", "## Two")
                .containsOnlyOnce("## One");
    }

    @Test
    void whatOthersWroteStays() throws IOException {
        String others = "# Performance\n\n<!-- history -->\n## History queries\n\n12 ms\n<!-- /history -->\n";
        Files.writeString(file, others);
        document.write("one", "## One");
        document.write("one", "## One again");

        assertThat(Files.readString(file)).startsWith(others).contains("## One again");
    }
}
