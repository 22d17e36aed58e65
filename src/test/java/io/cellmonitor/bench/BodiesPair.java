package io.cellmonitor.bench;

/** Bodies of a hundred events against raw XADD of entries of the same size. */
final class BodiesPair implements Pair {

    static final int EVENTS = 100;
    static final int CONNECTIONS = 16;

    private final Scene scene;
    private final RawAppend raw;

    BodiesPair(Scene scene) {
        this.scene = scene;
        this.raw = new RawAppend(scene.settings(), scene.redis());
    }

    @Override
    public String name() {
        return "bodies";
    }

    @Override
    public String ours() {
        return "events in bodies of 100, answered when fsynced in the log (stores paused)";
    }

    @Override
    public String baseline() {
        return "raw XADD of entries of " + raw.entryBytes() + " bytes, pipelined 64 deep, four connections, fsynced";
    }

    @Override
    public double goal() {
        return 0.30;
    }

    @Override
    public double aim() {
        return 0.45;
    }

    @Override
    public void warmUp() throws Exception {
        scene.warmUp(scene.application().url(), scene.application().figures(), CONNECTIONS, EVENTS, () -> {
            raw.measureEntries();
            scene.redis().empty(Redis.LOG);
        });
    }

    @Override
    public Measured measureBaseline() {
        return Measured.of(raw.perSecond());
    }

    @Override
    public Measured measureOurs() {
        double before = scene.application().figures().cpuSeconds();
        Wrk.Result result = scene.post(scene.application().url(), CONNECTIONS, EVENTS, scene.seconds());
        double cpu = scene.application().figures().cpuSeconds() - before;
        scene.redis().empty(Redis.LOG);
        return new Measured(result.perSecond(), result.events() / cpu);
    }
}
