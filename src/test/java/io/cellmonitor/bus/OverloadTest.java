package io.cellmonitor.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.bus.VirtualLog.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In virtual time, for it is about seconds of a rule, not of a machine. */
class OverloadTest {

    private static final Duration SETTLED = Duration.ofSeconds(6);

    private final VirtualLog log = new VirtualLog(256);

    /** Promise 6: three times what a slow log can take; what is taken is answered soon, and as much is taken as can be. */
    @Test
    void promise6_whatIsTakenInAnOverloadIsAnsweredSoon() {
        log.run(SETTLED, 900, 300);
        long settled = log.now();

        log.run(Duration.ofSeconds(20), 900, 300);

        List<Outcome> taken = since(settled).stream().filter(Outcome::taken).toList();
        assertThat(taken).hasSizeBetween(5_700, 6_100);
        assertThat(taken)
                .allMatch(outcome -> outcome.took() <= Duration.ofMillis(450).toNanos());
        assertThat(since(settled)).anyMatch(outcome -> !outcome.taken());
    }

    @Test
    void afterAnOverloadAllIsTakenAgain() {
        log.run(Duration.ofSeconds(15), 900, 300);
        log.run(ControlledDelay.CALM.plusSeconds(1), 200, 300);
        long over = log.now();

        log.run(Duration.ofSeconds(10), 200, 300);
        log.run(Duration.ofMillis(500), 1_000, 300);
        log.run(Duration.ofSeconds(10), 50, 300);

        assertThat(refused(since(over))).isZero();
    }

    @Test
    void aPauseOfTheLogTurnsNobodyAway() {
        log.run(Duration.ofSeconds(5), 2_000, 10_000);
        log.run(Duration.ofSeconds(2), 2_000, 0);
        log.run(Duration.ofSeconds(5), 2_000, 4_000);

        assertThat(log.outcomes.size()).isGreaterThan(20_000);
        assertThat(refused(log.outcomes)).isZero();
    }

    /** A pause of four seconds, and hardly more room than is needed: longer than a burst until all is caught up. */
    @Test
    void whatIsBeingCaughtUpIsNoOverload() {
        log.run(Duration.ofSeconds(4), 2_000, 0);
        log.run(Duration.ofSeconds(10), 2_000, 3_700);

        assertThat(log.outcomes.size()).isGreaterThan(20_000);
        assertThat(refused(log.outcomes)).isZero();
    }

    @Test
    void manyShortPausesAreNoOverload() {
        for (int pause = 0; pause < 20; pause++) {
            log.run(Duration.ofMillis(700), 1_500, 0);
            log.run(Duration.ofMillis(300), 1_500, 10_000);
        }

        assertThat(log.outcomes.size()).isGreaterThan(25_000);
        assertThat(refused(log.outcomes)).isZero();
    }

    /** Also without an overload: every wait has its end. */
    @Test
    void noAppendWaitsLongerThanItsLimit() {
        log.run(Duration.ofSeconds(1), 1_000, 10_000);
        log.run(Duration.ofSeconds(6), 1_000, 0);
        log.run(Duration.ofSeconds(6), 1_000, 10_000);

        long late = log.outcomes.stream()
                .filter(Outcome::taken)
                .filter(outcome ->
                        outcome.took() > ControlledDelay.LONGEST.plusMillis(100).toNanos())
                .count();
        assertThat(late).as("those that were sent before the pause").isLessThan(20);
        assertThat(refused(log.outcomes)).isPositive();
    }

    private static long refused(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> !outcome.taken()).count();
    }

    private List<Outcome> since(long from) {
        return log.outcomes.stream().filter(outcome -> outcome.came() >= from).toList();
    }
}
