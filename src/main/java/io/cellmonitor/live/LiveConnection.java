package io.cellmonitor.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client. Few frames at a time are handed to the socket; the rest waits here, bounded: too much is dropped, and the client
 * gets one snapshot instead as soon as it reads again (promise 6). To be used on the socket's event loop.
 */
final class LiveConnection {

    static final int MAX_FRAMES = 64;
    static final int MAX_BYTES = 256 * 1024;
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Enough to keep the socket busy, little enough that what a stopped client holds is bounded. */
    private static final int HANDED_OVER = 8;

    private static final Runnable NOTHING = () -> {};

    private final FrameSocket socket;
    private final Runnable wantsSnapshot;
    private final LiveFigures figures;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private int handedOver;
    private @Nullable Instant overflowedAt;
    private boolean closed;

    /** {@code wantsSnapshot} is called when a client that overflowed reads again; it must come back with {@link #restart}, later. */
    LiveConnection(FrameSocket socket, Runnable wantsSnapshot, LiveFigures figures) {
        this.socket = socket;
        this.wantsSnapshot = wantsSnapshot;
        this.figures = figures;
    }

    /** Where it is to be used; may be asked from any thread. */
    EventLoop loop() {
        return socket.loop();
    }

    /** Gives a frame to the client, or drops the backlog when too much waits already. */
    void offer(Frame frame, Instant now) {
        if (closed || overflowedAt != null) {
            return;
        }
        if (handedOver < HANDED_OVER && waiting.isEmpty()) {
            handOver(frame, NOTHING);
        } else if (waiting.size() >= MAX_FRAMES || waitingBytes + frame.length() > MAX_BYTES) {
            dropBacklog();
            overflowedAt = now;
            figures.slow();
        } else {
            waiting.addLast(frame);
            waitingBytes += frame.length();
        }
    }

    /**
     * A snapshot, or all that was missed, in place of whatever waits; not counted against the bounds, but not handed to a socket that takes
     * nothing. {@code settled} runs when the frame was written or never will be.
     */
    void restart(Frame frame, Instant now, Runnable settled) {
        dropBacklog();
        if (closed || handedOver >= HANDED_OVER) {
            overflowedAt = overflowedAt == null ? now : overflowedAt;
            settled.run();
        } else {
            overflowedAt = null;
            handOver(frame, settled);
        }
    }

    /** Closes a client that is slow for too long. True when it did. */
    boolean closeIfSlow(Instant now, Frame bye) {
        boolean slow = !closed && overflowedAt != null && now.isAfter(overflowedAt.plus(PATIENCE));
        if (slow) {
            figures.closedAsSlow();
            close(bye);
        }
        return slow;
    }

    /** Says good bye and closes; complete when both were said. */
    CompletionStage<Void> close(Frame bye) {
        if (closed) {
            return CompletableFuture.completedStage(null);
        }
        gone();
        socket.send(bye, NOTHING);
        return socket.close();
    }

    /** The socket is gone. */
    void gone() {
        closed = true;
        dropBacklog();
    }

    private void dropBacklog() {
        waiting.clear();
        waitingBytes = 0;
    }

    private void handOver(Frame frame, Runnable settled) {
        handedOver++;
        figures.sent();
        socket.send(frame, () -> {
            settled.run();
            written();
        });
    }

    private void written() {
        handedOver--;
        while (!closed && !waiting.isEmpty() && handedOver < HANDED_OVER) {
            Frame next = waiting.removeFirst();
            waitingBytes -= next.length();
            handOver(next, NOTHING);
        }
        if (!closed && overflowedAt != null && handedOver == 0) {
            wantsSnapshot.run();
        }
    }
}
