package io.cellmonitor.bench;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A class at work for a while: single events at an even rate by an open loop, some dashboards that look on.
 *
 * @param perSecond events
 * @param seconds that are measured, after some that are not
 */
record Lesson(int perSecond, int students, int dashboards, int warmUpSeconds, int seconds) {

    private static final AtomicInteger LESSONS = new AtomicInteger();
    private static final Duration LAST_ROWS = Duration.ofSeconds(60);
    private static final Duration LAST_FRAMES = Duration.ofSeconds(5);

    LessonFigures attend(Scene scene) throws Exception {
        // Each its own threads: an answer must not wait behind a frame that the generator reads.
        Vertx reading = Vertx.vertx();
        Vertx sending = Vertx.vertx();
        try (Dashboards screens = new Dashboards(reading);
                OpenLoop loop = new OpenLoop(sending, scene)) {
            School school = scene.school();
            screens.open(
                    dashboards, scene.application().port(), "/ws/connect?class=" + school.classId(), school.cookie());
            return measure(scene, screens, loop);
        } finally {
            close(reading);
            close(sending);
            scene.redis().empty(Redis.LOG);
        }
    }

    private static void close(Vertx vertx) {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private LessonFigures measure(Scene scene, Dashboards screens, OpenLoop loop) throws Exception {
        EventClock clock = new EventClock(
                "l" + LESSONS.incrementAndGet() + "-",
                perSecond,
                perSecond * warmUpSeconds,
                perSecond * (warmUpSeconds + seconds));
        Latencies frames = new Latencies();
        screens.listen(id -> {
            int event = clock.event(id);
            if (clock.isMeasured(event)) {
                frames.record(clock.intended(event), System.nanoTime());
            }
        });
        RowWatch rows = new RowWatch(scene.postgres(), scene.school().classId(), clock);
        Thread watching = Thread.ofPlatform().daemon().start(rows);
        double cpuBefore = scene.application().figures().cpuSeconds();
        Posted posted = post(scene, loop, clock);
        double cpu = scene.application().figures().cpuSeconds() - cpuBefore;
        int taken = clock.events() - loop.failed();
        Await.isSo(LAST_ROWS, () -> rows.seen() >= taken);
        // A dashboard that was too slow gets a snapshot in place of events: these are said as missing.
        Await.isSo(LAST_FRAMES, () -> frames.count() >= (long) clock.measured() * dashboards);
        rows.stop();
        watching.join(Duration.ofSeconds(10));
        return new LessonFigures(
                this,
                posted.log(),
                posted.posts(),
                frames,
                rows.latencies(),
                loop.failed(),
                Math.max(0, taken - rows.seen()),
                (long) clock.measured() * dashboards - frames.count(),
                screens.characters.sum() / Math.max(1, screens.frames.sum()),
                1_000 * cpu / clock.events(),
                scene.application().figures().residentMebibytes());
    }

    private record Posted(Latencies posts, Latencies log) {}

    private Posted post(Scene scene, OpenLoop loop, EventClock clock) {
        long from = clock.intended(clock.events() - clock.measured());
        try (LogProbe probe = new LogProbe(scene.redis(), from)) {
            return new Posted(loop.post(clock, EventTexts.of(students)), probe.latencies());
        }
    }
}
