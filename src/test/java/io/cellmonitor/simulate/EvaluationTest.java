package io.cellmonitor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.classroom.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules against the ground truth of lessons of 200, with seeds that were not used while they were tuned (those were 1 to 6). */
class EvaluationTest {

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103})
    void whoIsStuckIsFoundAndHardlyAnybodyElse(long seed) {
        Figures figures = Evaluation.of(200, seed, Rules.DEFAULT);
        assertThat(figures.stuck()).as(figures.inWords()).isGreaterThan(100);
        assertThat(figures.foundShare()).as(figures.inWords()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.falseAlarms()).as(figures.inWords()).isLessThanOrEqualTo(2);
        assertThat(figures.toldShare()).as(figures.inWords()).isGreaterThanOrEqualTo(0.99);
        assertThat(figures.clusters().purity()).as(figures.inWords()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.clusters().coverage()).as(figures.inWords()).isGreaterThanOrEqualTo(0.90);
        assertThat(figures.firstShare()).as(figures.inWords()).isGreaterThanOrEqualTo(0.9);
    }
}
