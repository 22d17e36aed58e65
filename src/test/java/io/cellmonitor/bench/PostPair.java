package io.cellmonitor.bench;

import java.time.Duration;

/** Single events by POST against a no-op POST: the same requests from the same generator. */
final class PostPair implements Pair {

    private static final int CONNECTIONS = 256;
    private static final Duration DRAIN = Duration.ofSeconds(120);

    private final Scene scene;
    private final boolean stores;

    /** {@code stores}: whether PostgreSQL takes the events meanwhile, and the time counts until it has the last one. */
    PostPair(Scene scene, boolean stores) {
        this.scene = scene;
        this.stores = stores;
    }

    @Override
    public String name() {
        return stores ? "stored" : "append";
    }

    @Override
    public String ours() {
        return stores
                ? "single events, each a POST, until the last is a row in PostgreSQL"
                : "single events, each a POST, answered when fsynced in the log (stores paused)";
    }

    @Override
    public String baseline() {
        return "bare Vert.x no-op POST";
    }

    @Override
    public double goal() {
        return stores ? 0.15 : 0.30;
    }

    @Override
    public double aim() {
        return stores ? 0.25 : 0.45;
    }

    @Override
    public void warmUp() throws Exception {
        scene.warmUp(scene.noOp().url(), scene.noOp().figures(), CONNECTIONS, 1, () -> {});
        scene.warmUp(scene.application().url(), scene.application().figures(), CONNECTIONS, 1, this::settle);
    }

    @Override
    public Measured measureBaseline() {
        double before = scene.noOp().figures().cpuSeconds();
        Wrk.Result result = scene.post(scene.noOp().url(), CONNECTIONS, 1, scene.seconds());
        return new Measured(
                result.perSecond(), result.events() / (scene.noOp().figures().cpuSeconds() - before));
    }

    @Override
    public Measured measureOurs() {
        double before = scene.application().figures().cpuSeconds();
        long begun = System.nanoTime();
        Wrk.Result result = scene.post(scene.application().url(), CONNECTIONS, 1, scene.seconds());
        double seconds = result.seconds();
        if (stores) {
            scene.backlog().awaitNone(DRAIN);
            seconds = (System.nanoTime() - begun) / 1e9;
        }
        double cpu = scene.application().figures().cpuSeconds() - before;
        settle();
        return new Measured(result.events() / seconds, result.events() / cpu);
    }

    private void settle() {
        if (stores) {
            scene.backlog().awaitNone(DRAIN);
        }
        scene.redis().empty(Redis.LOG);
    }
}
