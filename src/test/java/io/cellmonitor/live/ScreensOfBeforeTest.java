package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cellmonitor.access.TablesReady;
import io.cellmonitor.watch.WatchedClass;
import io.cellmonitor.watch.WatchedLesson;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** A teacher whose page comes back at the moment of readiness does not wait for the class; promise 7: no store holds readiness up. */
class ScreensOfBeforeTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final AtomicReference<MultiEmitter<? super WatchedClass>> loading = new AtomicReference<>();
    private final Multi<WatchedClass> classes = Multi.createFrom().<WatchedClass>emitter(loading::set);
    private final WatchedClass watched = new WatchedLesson().watched();
    private final AtomicBoolean asked = new AtomicBoolean();
    private Uni<Void> page = Uni.createFrom().voidItem().invoke(() -> asked.set(true));
    private final List<WatchedClass> written = new CopyOnWriteArrayList<>();
    private final AtomicLong clock = new AtomicLong(-7);

    private ScreensOfBefore started(Consumer<WatchedClass> first) {
        ScreensOfBefore screens = new ScreensOfBefore(() -> classes, first, () -> page, clock::get);
        screens.onTables(new TablesReady());
        screens.start(new StartupEvent());
        return screens;
    }

    private static boolean isReady(ScreensOfBefore screens) {
        return screens.call().getStatus() == Status.UP;
    }

    private void passes(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void aStartIsReadyWhenASnapshotOfEachClassWasWritten() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        ScreensOfBefore screens = started(one -> {
            written.add(one);
            try {
                writing.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(isReady(screens)).isFalse();
        loading.get().emit(watched);
        loading.get().complete();
        await().until(() -> written.equals(List.of(watched)));
        assertThat(isReady(screens)).isFalse();
        writing.countDown();
        await().until(() -> isReady(screens));
    }

    @Test
    void aStartIsReadyWhenTheirPageWasServed() {
        CompletableFuture<Void> served = new CompletableFuture<>();
        page = Uni.createFrom().completionStage(served).invoke(() -> asked.set(true));
        ScreensOfBefore screens = started(written::add);
        loading.get().emit(watched);
        loading.get().complete();
        await().until(() -> written.equals(List.of(watched)));
        assertThat(isReady(screens)).isFalse();
        served.complete(null);
        await().until(() -> isReady(screens));
        assertThat(asked).isTrue();
    }

    @Test
    void noClassMeansNoWaitingAndNoPage() {
        ScreensOfBefore screens = started(written::add);
        loading.get().complete();
        await().until(() -> isReady(screens));
        assertThat(asked).isFalse();
    }

    @Test
    void aClassThatCannotBeWrittenHoldsNothingUp() {
        ScreensOfBefore screens = started(one -> {
            throw new IllegalStateException("a frame cannot be written");
        });
        loading.get().emit(watched);
        await().until(() -> isReady(screens));
    }

    @Test
    void aStoreThatDoesNotAnswerHoldsItUpForSomeSecondsAlone() {
        ScreensOfBefore screens = started(written::add);
        passes(ScreensOfBefore.PATIENCE.minus(A_MOMENT));
        assertThat(isReady(screens)).isFalse();
        passes(A_MOMENT);
        assertThat(isReady(screens)).isTrue();
    }

    @Test
    void whereTheTablesAreNotThereNothingIsWaitedFor() {
        ScreensOfBefore screens = new ScreensOfBefore(() -> classes, written::add, () -> page, clock::get);
        screens.start(new StartupEvent());
        assertThat(isReady(screens)).isTrue();
        screens.onTables(new TablesReady());
        assertThat(isReady(screens)).isTrue();
        loading.get().emit(watched);
        await().until(() -> written.equals(List.of(watched)));
    }

    @Test
    void whatIsLoadedLaterIsLoadedAllTheSame() {
        ScreensOfBefore screens = started(written::add);
        passes(ScreensOfBefore.PATIENCE);
        assertThat(isReady(screens)).isTrue();
        loading.get().emit(watched);
        await().until(() -> written.equals(List.of(watched)));
    }
}
