package io.cellmonitor.bench;

import java.time.Duration;

/** The same posts to two builds of the application. */
final class BuildsPair implements Pair {

    private static final Duration DRAIN = Duration.ofSeconds(120);
    private static final int WARM_UPS = 12;
    private static final double COMPILING = 0.1;

    private final String name;
    private final Build before;
    private final Build now;
    private final int connections;
    private final int events;
    private final boolean stores;

    /** {@code events}: of a body; {@code stores}: whether the time counts until PostgreSQL has the last one. */
    BuildsPair(String name, Build before, Build now, int connections, int events, boolean stores) {
        this.name = name;
        this.before = before;
        this.now = now;
        this.connections = connections;
        this.events = events;
        this.stores = stores;
    }

    /** The application of today. */
    Application now() {
        return now.application();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String ours() {
        return "this build, " + events + " events a body, stores " + (stores ? "keeping up" : "paused");
    }

    @Override
    public String baseline() {
        return "the build " + before.settings().application();
    }

    @Override
    public double goal() {
        return Double.NaN;
    }

    @Override
    public double aim() {
        return Double.NaN;
    }

    /** As often for each, until neither is compiled any more: builds that are not equally warm cannot be compared. */
    @Override
    public void warmUp() {
        for (int time = 0; time < WARM_UPS; time++) {
            double compiled = compilerSeconds();
            measureBaseline();
            measureOurs();
            if (compilerSeconds() - compiled < COMPILING * 2 * now.settings().seconds()) {
                return;
            }
        }
    }

    private double compilerSeconds() {
        return before.application().figures().compilerSeconds()
                + now.application().figures().compilerSeconds();
    }

    @Override
    public Measured measureBaseline() {
        return measure(before);
    }

    @Override
    public Measured measureOurs() {
        return measure(now);
    }

    private Measured measure(Build build) {
        Application application = build.application();
        double cpuBefore = application.figures().cpuSeconds();
        long begun = System.nanoTime();
        Wrk.Result result = build.wrk()
                .post(application.url(), connections, events, build.settings().seconds());
        double seconds = result.seconds();
        if (stores) {
            build.backlog().awaitNone(DRAIN);
            seconds = (System.nanoTime() - begun) / 1e9;
        }
        double cpu = application.figures().cpuSeconds() - cpuBefore;
        build.redis().empty(Redis.LOG);
        return new Measured(result.events() / seconds, result.events() / cpu);
    }
}
