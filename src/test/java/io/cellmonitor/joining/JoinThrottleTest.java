package io.cellmonitor.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How often one may try to join. */
class JoinThrottleTest {

    private final JoinThrottle throttle = new JoinThrottle();

    private void isRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(429));
    }

    @Test
    void aClassOf350TriesTwiceAndThenWaitsAndNoOtherClassDoes() {
        for (int attempt = 0; attempt < 700; attempt++) {
            throttle.take("AAA-AAA");
        }
        // Some come back while this runs: 5 a second.
        isRefused(() -> {
            for (int attempt = 0; attempt < 100; attempt++) {
                throttle.take("AAA-AAA");
            }
        });
        assertThatCode(() -> throttle.take("CCC-CCC")).doesNotThrowAnyException();
    }

    @Test
    void whoGuessesCodesIsStopped() {
        for (int guess = 0; guess < 1_000; guess++) {
            throttle.take("guess " + guess);
            throttle.wrong();
        }
        isRefused(() -> {
            for (int guess = 0; guess < 100; guess++) {
                throttle.take("another " + guess);
                throttle.wrong();
            }
        });
    }
}
