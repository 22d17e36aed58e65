package io.cellmonitor.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The corpus of events under {@code src/test/resources/events}. */
public final class Corpus {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/events");

    /** One body and what must come of it. */
    public record Case(String name, byte[] body, JsonNode expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Corpus() {}

    /** All cases, by name. */
    public static List<Case> all() {
        return Stream.of("valid", "invalid").flatMap(Corpus::in).toList();
    }

    private static Stream<Case> in(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files
                    .filter(file -> !file.toString().endsWith(".expect.json"))
                    .sorted()
                    .map(Corpus::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Case read(Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        try {
            JsonNode expected =
                    JSON.readTree(file.resolveSibling(name + ".expect.json").toFile());
            return new Case(name, Files.readAllBytes(file), expected);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
