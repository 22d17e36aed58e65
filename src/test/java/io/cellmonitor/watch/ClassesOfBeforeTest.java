package io.cellmonitor.watch;

import static io.cellmonitor.classroom.Lesson.HANAKO;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.classroom.Lesson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassesOfBeforeTest {

    private static final long NOW =
            Duration.between(Lesson.START, Instant.now()).toSeconds() - 2;

    private final MemoryLog log = new MemoryLog();
    private final MemoryHistory history = new MemoryHistory();
    private final RememberedClasses directory = new RememberedClasses(WatchedLesson.CLASS);
    private final WatchedClasses classes =
            new WatchedClasses(log, log, history, new PlainWords(), WatchedLesson.JSON, directory);
    private final ClassesOfBefore before = new ClassesOfBefore(history, directory, classes);

    @AfterEach
    void stop() {
        classes.stop();
    }

    private void load() {
        before.load().collect().asList().await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void aClassThatWasSavedIsThereBeforeAnybodyAsks() {
        history.saved = List.of(UUID.randomUUID(), Lesson.CLASS);
        log.happen(new Lesson().run(HANAKO, "a", false, NOW));
        load();
        history.duringRead(() -> {
            throw new IllegalStateException("read again");
        });
        WatchedClass watched = classes.watch(WatchedLesson.CLASS).await().atMost(Duration.ofSeconds(60));
        assertThat(watched.snapshot(Instant.now()).totals().executions()).isEqualTo(1);
    }

    @Test
    void whatCannotBeLoadedIsLoadedWhenSomebodyAsks() {
        history.saved = List.of(Lesson.CLASS);
        history.duringRead(() -> {
            throw new IllegalStateException("away");
        });
        load();
        history.duringRead(() -> {});
        assertThat(classes.watch(WatchedLesson.CLASS).await().atMost(Duration.ofSeconds(60)))
                .isNotNull();
    }
}
