package io.cellmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is measured is what the image runs, and its cache is made for what it runs. */
class ImageOptionsTest {

    private static final String CACHE = "-XX:AOTCache=application.aot";
    /** Of an operator's machine, not of the speed. */
    private static final List<String> IMAGE_ALONE = List.of(CACHE, "-XX:-UsePerfData");
    /** Says in the bench what a container says by its limit. */
    private static final String CONTAINER = "-XX:MaxRAM=512m";

    private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT (\\[.*])$");
    private static final Pattern TRAINING = Pattern.compile("RUN \\./train\\.sh \\S+ java (.*?) -jar", Pattern.DOTALL);

    private final String dockerfile = read("src/main/docker/Dockerfile.jvm");

    @Test
    void theBenchMeasuresWithTheOptionsOfTheImage() {
        assertThat(Application.JAVA_OPTIONS).contains(CONTAINER);
        assertThat(Stream.concat(
                        IMAGE_ALONE.stream(),
                        Application.JAVA_OPTIONS.stream().filter(option -> !option.equals(CONTAINER))))
                .containsExactlyInAnyOrderElementsOf(image());
    }

    /** A JVM leaves a cache aside that another collector or other headers were used for. */
    @Test
    void theCacheIsMadeWithOptionsOfTheImage() {
        List<String> training =
                List.of(found(TRAINING).replace("\\\n", " ").trim().split("\\s+"));

        assertThat(image()).contains(CACHE).containsAll(training);
        assertThat(training)
                .containsAll(image().stream()
                        .filter(option -> option.matches("-XX:[+]Use.*|--.*"))
                        .toList());
        assertThat(found(Pattern.compile("RUN \\./train\\.sh (\\S+)"))).endsWith("/application.aot");
    }

    private List<String> image() {
        try {
            List<String> words = List.of(new ObjectMapper().readValue(found(ENTRYPOINT), String[].class));
            assertThat(words).startsWith("java").endsWith("-jar", "quarkus-run.jar");
            return words.subList(1, words.size() - 2);
        } catch (JsonProcessingException e) {
            throw new AssertionError("ENTRYPOINT is no list of words", e);
        }
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(dockerfile);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
