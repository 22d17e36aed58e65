package io.cellmonitor.live;

/**
 * How much of the large frames, which bring connections to the present, may be on its way at once: a thousand screens that come back together
 * are served in turn, in bounded memory (promise 6). Safe from any thread.
 */
final class FrameRoom {

    private final long bytes;
    private final Runnable freed;
    private long taken;
    private int round;

    /** {@code freed} runs, on any thread, each time that something was written. */
    FrameRoom(long bytes, Runnable freed) {
        this.bytes = bytes;
        this.freed = freed;
    }

    synchronized boolean isFree() {
        return taken < bytes;
    }

    /** Takes room for a frame; what it gives is to be run once, when the frame was written or never will be. */
    synchronized Runnable take(int size) {
        taken += size;
        int mine = round;
        return () -> giveBack(size, mine);
    }

    private void giveBack(int size, int theirRound) {
        synchronized (this) {
            taken -= theirRound == round ? size : 0;
        }
        freed.run();
    }

    /** Counts what is on its way no longer: who does not read must not keep the others waiting. */
    synchronized void reset() {
        round++;
        taken = 0;
    }
}
