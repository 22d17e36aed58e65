package io.cellmonitor.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that a program writes: between two comments under a heading of its own. The rest stays. */
record DocumentSection(Path document, String heading) {

    void write(String text) throws IOException {
        String begin = "<!-- " + heading + ": written by a program -->";
        String end = "<!-- " + heading + ": end -->";
        String section = begin + "\n" + text.strip() + "\n" + end;
        String before = Files.exists(document) ? Files.readString(document) : "# Performance\n";
        int from = before.indexOf(begin);
        int to = before.indexOf(end);
        String after = from >= 0 && to > from
                ? before.substring(0, from) + section + before.substring(to + end.length())
                : before.stripTrailing() + "\n\n## " + heading + "\n\n" + section + "\n";
        Files.writeString(document, after);
    }
}
