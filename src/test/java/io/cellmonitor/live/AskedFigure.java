package io.cellmonitor.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A figure that an alert or Grafana's page asks for.
 *
 * @param name as Prometheus knows it
 * @param labels what is asked of its labels: {@code outcome=} of a label that must be there, {@code outcome="closed"} of its value too
 */
record AskedFigure(String name, Set<String> labels) {

    private static final Path DOCKER = Path.of("src/main/docker");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s*\"?expr\"?: (.+)$");
    private static final Pattern SELECTOR =
            Pattern.compile("((?:cellmonitor|database|jvm|process|http)_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern GROUPED = Pattern.compile(" by \\(([^)]*)\\)");
    /** What Prometheus adds itself, or has within each histogram. */
    private static final Set<String> GIVEN = Set.of("instance", "job", "le");

    static List<AskedFigure> all() {
        return Stream.of("prometheus/alerts.yml", "grafana/dashboards/cell-monitor.json")
                .map(DOCKER::resolve)
                .flatMap(AskedFigure::expressions)
                .flatMap(AskedFigure::in)
                .toList();
    }

    private static Stream<String> expressions(Path file) {
        try {
            return EXPRESSION
                    .matcher(Files.readString(file))
                    .results()
                    .map(line -> line.group(1).replace("\\\"", "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<AskedFigure> in(String expression) {
        Set<String> grouped = GROUPED.matcher(expression)
                .results()
                .flatMap(by -> Arrays.stream(by.group(1).split(",")))
                .map(String::strip)
                .filter(label -> !GIVEN.contains(label))
                .map(label -> label + "=")
                .collect(Collectors.toCollection(TreeSet::new));
        return SELECTOR.matcher(expression).results().map(found -> of(found, grouped));
    }

    private static AskedFigure of(MatchResult found, Set<String> grouped) {
        Set<String> labels = new TreeSet<>(grouped);
        if (found.group(2) != null) {
            Arrays.stream(found.group(2).split(",")).map(String::strip).forEach(labels::add);
        }
        return new AskedFigure(found.group(1), labels);
    }

    /** Whether a series, with its labels, answers. */
    boolean isAnsweredBy(String series) {
        return series.split("\\{")[0].equals(name) && labels.stream().allMatch(series::contains);
    }
}
