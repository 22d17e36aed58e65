package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Promise 6: frames on their way are bounded, and who does not read keeps nobody waiting for ever. */
class FrameRoomTest {

    private final AtomicInteger freed = new AtomicInteger();
    private final FrameRoom room = new FrameRoom(100, freed::incrementAndGet);

    @Test
    void itIsFullUntilAFrameWasWritten() {
        Runnable written = room.take(60);
        assertThat(room.isFree()).isTrue();
        room.take(60);
        assertThat(room.isFree()).isFalse();
        written.run();
        assertThat(room.isFree()).isTrue();
        assertThat(freed).hasValue(1);
    }

    @Test
    void whatWasGivenUpIsNotGivenBackAgain() {
        Runnable never = room.take(150);
        room.reset();
        assertThat(room.isFree()).isTrue();
        room.take(100);
        never.run();
        assertThat(room.isFree()).isFalse();
    }
}
