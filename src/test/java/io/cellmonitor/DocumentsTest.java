package io.cellmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents against what there is. */
class DocumentsTest {

    private static final Pattern KEY_IN_CODE = Pattern.compile("(?:\"|\\$\\{)(cell-monitor\\.[a-z][a-z.-]*[a-z])");
    private static final Pattern KEY_IN_TEXT = Pattern.compile("`(cell-monitor\\.[a-z.-]+)`");
    private static final Pattern DEFAULT_IN_CODE =
            Pattern.compile("name = \"(cell-monitor\\.[a-z.-]+)\",\\s*defaultValue = \"([^\"]*)\"");
    private static final Pattern DEFAULT_IN_SETTINGS = Pattern.compile("\\$\\{(cell-monitor\\.[a-z.-]+):([^}]+)}");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(cell-monitor\\.[a-z.-]+)` \\| `[A-Z_]+` \\| ([^|]*?) \\|");
    /** Names of attributes, not settings. */
    private static final Set<String> NO_KEYS =
            Set.of("cell-monitor.signed-in", "cell-monitor.place", "cell-monitor.channel");

    private static final Pattern FIGURE = Pattern.compile("\"((?:cellmonitor|database)\\.[a-z.]+)\"");
    private static final Pattern NAME_IN_CODE = Pattern.compile("\"([a-z]+(?:_[a-z]+)*)\"");
    private static final Pattern NAME_IN_TEXT = Pattern.compile("`([a-z]+(?:_[a-z]+)*)`");

    private static final Pattern PROOF = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void everyKeyIsDescribedAndEveryDescribedKeyExists() throws IOException {
        assertThat(found(KEY_IN_TEXT, Path.of("docs/configuration.md"))).isEqualTo(keysInCode());
    }

    @Test
    void everyKeyIsThereWithItsEnvironmentVariable() throws IOException {
        Set<String> variables = keysInCode().stream()
                .map(key -> "`" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') + "`")
                .collect(Collectors.toSet());
        assertThat(Files.readString(Path.of("docs/configuration.md"))).contains(variables);
    }

    @Test
    void everyDefaultIsThatOfTheCode() throws IOException {
        Map<String, String> described = pairs(ROW, Path.of("docs/configuration.md"));
        Map<String, String> defaults = pairs(DEFAULT_IN_SETTINGS, Path.of("src/main/resources/application.properties"));
        for (Path file : files(Path.of("src/main/java"))) {
            defaults.putAll(pairs(DEFAULT_IN_CODE, file));
        }
        // Production demands the logins' passwords; what is made of the address is not in the table.
        defaults.keySet().removeIf(key -> key.endsWith("-password") || !described.containsKey(key));
        assertThat(defaults).hasSizeGreaterThan(15);
        defaults.forEach((key, value) -> assertThat(described.get(key)).as(key).startsWith("`" + value + "`"));
    }

    @Test
    void everyFigureIsDescribed() throws IOException {
        Set<String> figures = new TreeSet<>();
        for (Path file : files(Path.of("src/main/java"))) {
            figures.addAll(found(FIGURE, file));
        }
        assertThat(figures).hasSizeGreaterThan(15);
        String described = Files.readString(Path.of("docs/operations.md"));
        assertThat(figures).allMatch(figure -> described.contains("`" + figure.replace('.', '_')));
    }

    @Test
    void everyTypeOfEventIsNamed() throws IOException {
        Set<String> types = found(NAME_IN_CODE, Path.of("src/main/java/io/cellmonitor/event/EventTypes.java"));
        assertThat(types).hasSizeGreaterThan(30);
        assertThat(found(NAME_IN_TEXT, Path.of("docs/protocol.md"))).containsAll(types);
    }

    @Test
    void everyProofOfAPromiseExists() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files(Path.of("src/test/java"))) {
            names.add(file.getFileName().toString().replace(".java", ""));
        }
        assertThat(found(PROOF, Path.of("docs/promises.md")))
                .hasSizeGreaterThan(10)
                .allMatch(proof -> names.contains(proof) || Files.exists(Path.of(proof)), "is a test that exists");
    }

    @Test
    void everyLinkBetweenTheDocumentsLeadsSomewhere() throws IOException {
        Set<Path> documents = files(Path.of("docs")).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .collect(Collectors.toSet());
        documents.addAll(Set.of(Path.of("README.md"), Path.of("README.ja.md"), Path.of("CONTRIBUTING.md")));
        for (Path document : documents) {
            Set<String> links = found(LINK, document);
            links.removeIf(link -> link.startsWith("http"));
            assertThat(links)
                    .as(document.toString())
                    .allMatch(link ->
                            Files.exists(Path.of(document + "/..").resolve(link).normalize()));
        }
    }

    private static Set<String> keysInCode() throws IOException {
        Set<String> keys = found(KEY_IN_CODE, Path.of("src/main/resources/application.properties"));
        for (Path file : files(Path.of("src/main/java"))) {
            keys.addAll(found(KEY_IN_CODE, file));
        }
        keys.removeAll(NO_KEYS);
        return keys;
    }

    private static Map<String, String> pairs(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .collect(Collectors.toMap(
                        match -> match.group(1), match -> match.group(2), (first, again) -> first, TreeMap::new));
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }
}
