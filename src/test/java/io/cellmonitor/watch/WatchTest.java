package io.cellmonitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A watched class is saved each minute, whatever its machine's clock does. */
class WatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void savingIsDueEachMinuteAndAfterAJumpOfTheClockEitherWay() {
        Watch watch = new Watch(null, Uni.createFrom().nothing(), new RingFilling(new MemoryLog()));
        Instant later = Instant.now().plus(Duration.ofMinutes(2));

        assertThat(watch.isSavingDue(later, MINUTE)).isTrue();
        assertThat(watch.isSavingDue(later.plusSeconds(30), MINUTE)).isFalse();
        assertThat(watch.isSavingDue(later.minus(Duration.ofHours(1)), MINUTE)).isTrue();
        assertThat(watch.isSavingDue(later.plus(Duration.ofHours(1)), MINUTE)).isTrue();
    }
}
