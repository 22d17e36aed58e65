package io.cellmonitor.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who comes when it is full is asked to come again, and every way of ending makes room. */
class BoundedWorkTest {

    private final BoundedWork work = new BoundedWork(1, Duration.ofMillis(200), Duration.ofSeconds(7));

    private <T> Uni<T> run(Supplier<Uni<T>> begun) {
        return work.run(begun, "full", "late");
    }

    private void assertThereIsRoom() {
        assertThat(run(() -> Uni.createFrom().item("done")).await().atMost(Duration.ofSeconds(5)))
                .isEqualTo("done");
    }

    private void assertRefused(Uni<?> refused, String detail) {
        assertThatThrownBy(() -> refused.await().atMost(Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(503);
                    assertThat(problem.getDetail()).isEqualTo(detail);
                    assertThat(problem.getHeaders()).containsEntry("Retry-After", 7L);
                });
    }

    @Test
    void whoComesWhenItIsFullIsTurnedAwayAndTheNextOneIsLetIn() {
        AtomicReference<UniEmitter<? super String>> first = new AtomicReference<>();
        UniAssertSubscriber<String> begun = run(() -> Uni.createFrom().<String>emitter(first::set))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        assertRefused(run(() -> Uni.createFrom().item("second")), "full");
        first.get().complete("first");
        begun.assertCompleted();
        assertThereIsRoom();
    }

    @Test
    void whatTakesTooLongIsGivenUpAndMakesRoom() {
        assertRefused(run(() -> Uni.createFrom().nothing()), "late");
        assertThereIsRoom();
    }

    @Test
    void whatFailsOrCannotEvenBeginMakesRoom() {
        assertThatThrownBy(() -> run(() -> Uni.createFrom().failure(new IllegalStateException("failed")))
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .hasMessage("failed");
        assertThereIsRoom();
        assertThatThrownBy(() -> run(() -> {
                            throw new IllegalStateException("not begun");
                        })
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .hasMessage("not begun");
        assertThereIsRoom();
    }
}
