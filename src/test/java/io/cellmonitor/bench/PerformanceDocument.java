package io.cellmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/performance.md: each section stands between marks of its own, and what other programs wrote there stays. */
final class PerformanceDocument {

    private static final String BEGINNING = """
            # Performance

            Written by `./dev bench` (and other programs, section by section); no figure here is written by hand. How it measures, and what was learned:
            [decisions/2026-11-21-speed.md](decisions/2026-11-21-speed.md).
            """;

    private final Path file;

    PerformanceDocument(Path file) {
        this.file = file;
    }

    /** Puts the section in the place of the old one of the same name, else at the end. */
    void write(String name, String content) throws IOException {
        String begin = "<!-- bench:" + name + " -->";
        String end = "<!-- /bench:" + name + " -->";
        String text = Files.exists(file) ? Files.readString(file) : BEGINNING;
        String section = begin + "\n" + content.strip() + "\n" + end;
        int from = text.indexOf(begin);
        int until = text.indexOf(end);
        String written = from >= 0 && until > from
                ? text.substring(0, from) + section + text.substring(until + end.length())
                : text.stripTrailing() + "\n\n" + section + "\n";
        Files.writeString(file, written);
    }
}
