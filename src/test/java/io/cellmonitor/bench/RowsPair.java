package io.cellmonitor.bench;

import java.time.Duration;

/** Rows that PostgreSQL gets while bodies of a hundred come as fast as they are taken, against bare inserts of the same rows. */
final class RowsPair implements Pair {

    private static final Duration DRAIN = Duration.ofSeconds(180);

    private final Scene scene;

    RowsPair(Scene scene) {
        this.scene = scene;
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public String ours() {
        return "rows stored while bodies of 100 events come as fast as they are answered";
    }

    @Override
    public String baseline() {
        return "the same rows by bare `INSERT .. SELECT unnest` of 1,000, a table with the primary key alone, nothing else running";
    }

    @Override
    public double goal() {
        return 0.35;
    }

    @Override
    public double aim() {
        return 0.60;
    }

    @Override
    public void warmUp() throws Exception {
        WarmUp.of(scene.application().figures(), () -> {
            long begun = System.nanoTime();
            scene.post(scene.application().url(), BodiesPair.CONNECTIONS, BodiesPair.EVENTS, 1);
            settle();
            return (System.nanoTime() - begun) / 1e9;
        });
    }

    @Override
    public Measured measureBaseline() {
        String output = ChildProcess.run(
                "bare-insert",
                scene.settings().folder(),
                Duration.ofSeconds(60),
                Java.command(BareInsert.class, scene.postgres().address(), scene.seconds()));
        String[] figures = output.lines()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        return Measured.of(Double.parseDouble(figures[1]) / Double.parseDouble(figures[2]));
    }

    @Override
    public Measured measureOurs() throws Exception {
        double cpuBefore = scene.application().figures().cpuSeconds();
        double before = scene.application().stored("relational");
        long begun = System.nanoTime();
        scene.post(scene.application().url(), BodiesPair.CONNECTIONS, BodiesPair.EVENTS, scene.seconds());
        double rows = scene.application().stored("relational") - before;
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = scene.application().figures().cpuSeconds() - cpuBefore;
        settle();
        return new Measured(rows / seconds, rows / cpu);
    }

    private void settle() {
        scene.backlog().awaitNone(DRAIN);
        scene.redis().empty(Redis.LOG);
    }
}
