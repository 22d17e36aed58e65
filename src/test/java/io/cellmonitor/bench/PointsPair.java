package io.cellmonitor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Events that reach the time series out of a backlog, against a bare client that writes the same lines to the same server. */
final class PointsPair implements Pair {

    static final String GROUP = "timeseries";
    static final int LINES_PER_BODY = 1_000;
    private static final Duration DRAIN = Duration.ofSeconds(180);
    private static final Duration READING = Duration.ofSeconds(30);

    private final String name;
    private final TimeSeriesScene scene;
    private final Path lines;
    private final Backlog backlog;

    /** {@code lines}: where those lie, or will after the warm-up, that the application wrote. */
    PointsPair(String name, TimeSeriesScene scene, Path lines) {
        this.name = name;
        this.scene = scene;
        this.lines = lines;
        this.backlog = new Backlog(scene.redis(), GROUP);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String ours() {
        return "events read from a backlog in the log, made points of and written to "
                + scene.server().what() + ", in bodies of " + LINES_PER_BODY + " (PostgreSQL paused)";
    }

    @Override
    public String baseline() {
        return "a bare client that posts the same lines with new times to the same server, " + LINES_PER_BODY
                + " a body, one connection";
    }

    @Override
    public double goal() {
        return Double.NaN;
    }

    @Override
    public double aim() {
        return Double.NaN;
    }

    @Override
    public void warmUp() {
        post(scene.settings().seconds());
        backlog.awaitNone(DRAIN);
        scene.redis().shorten(Redis.LOG, 1);
    }

    @Override
    public Measured measureBaseline() {
        String output = ChildProcess.run(
                "bare-lines",
                scene.settings().folder(),
                Duration.ofSeconds(60),
                Java.command(
                        BareLines.class,
                        scene.server().url(),
                        scene.server().token(),
                        scene.server().org(),
                        lines,
                        scene.settings().seconds()));
        List<String> figures = BareLines.figures(output);
        return Measured.of(Double.parseDouble(figures.get(0)) / Double.parseDouble(figures.get(1)));
    }

    @Override
    public Measured measureOurs() throws Exception {
        Application application = scene.application();
        String place;
        double before;
        double cpuBefore;
        try (ReaderPaused paused = ReaderPaused.of(scene.postgres(), GROUP)) {
            post(scene.settings().seconds());
            place = backlog.place();
            before = application.stored(GROUP);
            cpuBefore = application.figures().cpuSeconds();
        }
        backlog.awaitReading(place, READING);
        long begun = System.nanoTime();
        backlog.awaitNone(DRAIN);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = application.figures().cpuSeconds() - cpuBefore;
        double points = application.stored(GROUP) - before;
        // One entry stays: a group before whose place something is missing would be filled again.
        scene.redis().shorten(Redis.LOG, 1);
        return new Measured(points / seconds, points / cpu);
    }

    private void post(int seconds) {
        scene.wrk().post(scene.application().url(), BodiesPair.CONNECTIONS, BodiesPair.EVENTS, seconds);
    }
}
