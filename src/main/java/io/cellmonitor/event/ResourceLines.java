package io.cellmonitor.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists that ship with the application: one entry a line; blank lines and lines that begin with # do not count. */
final class ResourceLines {

    private ResourceLines() {}

    static List<String> of(String resource) {
        try (InputStream content = ResourceLines.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
