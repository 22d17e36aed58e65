package io.cellmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts events as fast as they are answered, with wrk: one thread, so many connections, each sends when it got its answer. */
final class Wrk {

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Settings settings;
    private final String key;
    private final Path texts;

    Wrk(Settings settings, String key) throws IOException {
        this.settings = settings;
        this.key = key;
        this.texts = settings.folder().resolve("events.txt");
        Files.write(texts, EventTexts.of(200));
    }

    /**
     * What came of it.
     *
     * @param events of bodies that were answered 2xx
     * @param seconds that it took
     * @param refused bodies that were answered otherwise
     */
    record Result(long events, double seconds, long refused) {

        double perSecond() {
            return events / seconds;
        }
    }

    /** Event ids are new at each call. */
    Result post(String url, int connections, int eventsPerBody, int seconds) {
        List<String> command = List.of(
                "wrk",
                "--threads=1",
                "--connections=" + connections,
                "--duration=" + seconds + "s",
                "--timeout=10s",
                "--script=" + settings.script(),
                url,
                "--",
                texts.toString(),
                "w" + RUNS.incrementAndGet() + "-",
                key,
                "" + eventsPerBody);
        String output = ChildProcess.run("wrk", settings.folder(), Duration.ofSeconds(seconds + 30L), command);
        String[] figures = output.lines()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        long refused = Long.parseLong(figures[3]);
        long bodies = Long.parseLong(figures[1]) - refused;
        if (Long.parseLong(figures[4]) > 0) {
            Progress.say("%s requests got no answer within 10 s, or their connections broke", figures[4]);
        }
        return new Result(bodies * eventsPerBody, Long.parseLong(figures[2]) / 1e6, refused);
    }
}
