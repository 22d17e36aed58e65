package io.cellmonitor.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client. Few frames at a time are handed to the socket; the rest waits here, bounded: too much is dropped, and the client
 * gets one snapshot instead as soon as it reads again (promise 6). Safe from any thread.
 */
final class LiveConnection {

    static final int MAX_FRAMES = 64;
    static final int MAX_BYTES = 256 * 1024;
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Enough to keep the socket busy, little enough that what a stopped client holds is bounded. */
    private static final int HANDED_OVER = 8;

    private final FrameSocket socket;
    private final Runnable wantsSnapshot;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<String> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private int handedOver;
    private @Nullable Instant overflowedAt;
    private boolean closed;

    /** {@code wantsSnapshot} is called when a client that overflowed reads again; it must come back with {@link #restart}, later. */
    LiveConnection(FrameSocket socket, Runnable wantsSnapshot) {
        this.socket = socket;
        this.wantsSnapshot = wantsSnapshot;
    }

    /** Gives a frame to the client, or drops the backlog when too much waits already. */
    void offer(String frame, Instant now) {
        lock.lock();
        try {
            if (closed || overflowedAt != null) {
                return;
            }
            if (handedOver < HANDED_OVER && waiting.isEmpty()) {
                handOver(frame);
            } else if (waiting.size() >= MAX_FRAMES || waitingBytes + frame.length() > MAX_BYTES) {
                waiting.clear();
                waitingBytes = 0;
                overflowedAt = now;
            } else {
                waiting.addLast(frame);
                waitingBytes += frame.length();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * A snapshot, or all that was missed, in place of whatever waits; not counted against the bounds, but not handed to a socket that takes
     * nothing.
     */
    void restart(String frame, Instant now) {
        lock.lock();
        try {
            waiting.clear();
            waitingBytes = 0;
            if (handedOver >= HANDED_OVER) {
                overflowedAt = overflowedAt == null ? now : overflowedAt;
            } else if (!closed) {
                overflowedAt = null;
                handOver(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes a client that is slow for too long. True when it did. */
    boolean closeIfSlow(Instant now, String bye) {
        lock.lock();
        try {
            boolean slow = !closed && overflowedAt != null && now.isAfter(overflowedAt.plus(PATIENCE));
            if (slow) {
                close(bye);
            }
            return slow;
        } finally {
            lock.unlock();
        }
    }

    /** Says good bye and closes. */
    void close(String bye) {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                waiting.clear();
                socket.send(bye, () -> {});
                socket.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The socket is gone. */
    void gone() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    private void handOver(String frame) {
        handedOver++;
        socket.send(frame, this::written);
    }

    private void written() {
        boolean readsAgain;
        lock.lock();
        try {
            handedOver--;
            while (!closed && !waiting.isEmpty() && handedOver < HANDED_OVER) {
                String next = waiting.removeFirst();
                waitingBytes -= next.length();
                handOver(next);
            }
            readsAgain = !closed && overflowedAt != null && handedOver == 0;
        } finally {
            lock.unlock();
        }
        if (readsAgain) {
            wantsSnapshot.run();
        }
    }
}
