package io.cellmonitor.bench;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Events that reach dashboards, each on each: ours in frames, out of a log that is filled by POSTs meanwhile; the baseline as one text for each event,
 * as long as an event's share of our frames.
 */
final class DeliveriesPair implements Pair {

    static final int DASHBOARDS = 50;
    private static final Duration DRAIN = Duration.ofSeconds(180);
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final Scene scene;
    private int charactersPerEvent = 500;
    private @Nullable Broadcast broadcast;

    DeliveriesPair(Scene scene) {
        this.scene = scene;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public String ours() {
        return "events seen on dashboards, each of " + DASHBOARDS + " counted, while bodies of "
                + PacedByScreens.EVENTS_PER_BODY + " events come as fast as they are answered and seen";
    }

    @Override
    public String baseline() {
        return "bare Vert.x broadcast to " + DASHBOARDS + " WebSockets, a message of " + charactersPerEvent
                + " characters for each event";
    }

    @Override
    public double goal() {
        return 0.7;
    }

    @Override
    public double aim() {
        return 0.9;
    }

    @Override
    public void warmUp() throws Exception {
        WarmUp.of(scene.application().figures(), () -> {
            ours(scene.seconds());
            return scene.seconds();
        });
        measureBaseline();
    }

    @Override
    public Measured measureBaseline() throws Exception {
        Broadcast running = broadcast == null ? Broadcast.start(scene, charactersPerEvent) : broadcast;
        broadcast = running;
        try (Watching watching = new Watching()) {
            watching.dashboards.open(DASHBOARDS, running.port(), "/", "");
            Thread.sleep(SETTLING);
            return watching.count(running.process().figures(), () -> Thread.sleep(Duration.ofSeconds(scene.seconds())));
        }
    }

    @Override
    public Measured measureOurs() throws Exception {
        return ours(scene.seconds());
    }

    private Measured ours(int seconds) throws Exception {
        Scene fresh = scene.withNewClass();
        try (Watching watching = new Watching()) {
            School school = fresh.school();
            watching.dashboards.open(
                    DASHBOARDS, scene.application().port(), "/ws/connect?class=" + school.classId(), school.cookie());
            Measured measured = watching.count(scene.application().figures(), () -> watching.post(fresh, seconds));
            charactersPerEvent =
                    (int) (watching.dashboards.characters.sum() / Math.max(1, watching.dashboards.events.sum()));
            if (watching.dashboards.closed() > 0) {
                Progress.say("%d dashboards were closed as slow", watching.dashboards.closed());
            }
            return measured;
        } finally {
            scene.backlog().awaitNone(DRAIN);
            scene.redis().empty(Redis.LOG);
        }
    }

    /** What is done while events are counted. */
    private interface Work {
        void go() throws Exception;
    }

    private static final class Watching implements AutoCloseable {

        private final Vertx vertx = Vertx.vertx();
        private final Dashboards dashboards = new Dashboards(vertx);

        Measured count(ProcessFigures server, Work work) throws Exception {
            double cpuBefore = server.cpuSeconds();
            long before = dashboards.events.sum();
            long begun = System.nanoTime();
            work.go();
            long events = dashboards.events.sum() - before;
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Measured(events / seconds, events / (server.cpuSeconds() - cpuBefore));
        }

        void post(Scene scene, int seconds) throws Exception {
            try (PacedByScreens sender = new PacedByScreens(scene, () -> dashboards.events.sum() / DASHBOARDS)) {
                sender.post(seconds);
                if (sender.replaced() > 0) {
                    Progress.say("a snapshot replaced %d events on the dashboards", sender.replaced());
                }
            }
        }

        @Override
        public void close() {
            dashboards.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
