package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The tail on a virtual thread and a connection of its own. It keeps its place, so that a lost connection leaves no gap. */
final class LogTail implements EventTail {

    private static final Logger LOGGER = Logger.getLogger(LogTail.class);

    /** How far the place may be behind the end while nobody listens. */
    private static final long UNHEARD_MS = 50;

    private static final int COUNT = 1_000;

    /** After each read, for those who listen gather for longer than that: a read for each event would cost most of what listening costs. */
    private static final long GATHERING_MS = 10;

    private final RedisLine line;
    private final Stopping stopping = new Stopping();
    private final Backoff backoff = new Backoff(50, 2_000);
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock giving = new ReentrantLock();
    private final Thread thread = Thread.ofVirtual().name("tail").unstarted(this::run);
    private volatile StreamId position = StreamId.ZERO;
    private boolean placed;

    LogTail(RedisLine line) {
        this.line = line;
    }

    /** Takes its place at the end of the log, or later by itself if Redis is away. */
    void start() {
        try {
            checkPlace();
        } catch (RedisFailure e) {
            LOGGER.warnf("the tail waits: %s", e.getMessage());
        }
        thread.start();
    }

    void stop() {
        stopping.ask();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void add(Listener listener) {
        // Under the lock: no batch is half given, so the listener gets everything after position().
        giving.lock();
        try {
            listeners.add(listener);
        } finally {
            giving.unlock();
        }
    }

    @Override
    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public StreamId position() {
        return position;
    }

    private void run() {
        while (!stopping.isAsked()) {
            try {
                if (line.isClosed()) {
                    checkPlace();
                }
                if (listeners.isEmpty()) {
                    goToTheEnd();
                } else {
                    give(line.send(next()));
                }
                backoff.reset();
            } catch (RedisFailure e) {
                LOGGER.warnf("the tail waits: %s", e.getMessage());
                stopping.pause(backoff.nextMillis());
            } catch (RuntimeException e) {
                // Whatever it is, screens must not go blind for good. The class alone: a message could quote what was
                // read.
                LOGGER.errorf("the tail waits: %s", e.getClass().getName());
                stopping.pause(backoff.nextMillis());
            }
        }
        line.close();
    }

    /** After Redis lost data, its end may lie before our place: waiting there would miss what comes. */
    private void checkPlace() {
        StreamId end = end();
        if (!placed) {
            place(end);
        } else if (end.compareTo(position) < 0) {
            LOGGER.errorf("the log ends at %s, before %s: it has lost events", end, position);
            position = end;
        }
    }

    /** Who listens already may have looked at the log since: these get the whole log, and leave out what they know. */
    private void place(StreamId end) {
        giving.lock();
        try {
            position = listeners.isEmpty() ? end : StreamId.ZERO;
            placed = true;
        } finally {
            giving.unlock();
        }
    }

    /** While nobody listens nothing is read: what a listener needs from before its place it reads from the log. */
    private void goToTheEnd() {
        StreamId end = end();
        giving.lock();
        try {
            if (listeners.isEmpty()) {
                position = end;
            }
        } finally {
            giving.unlock();
        }
        stopping.pause(UNHEARD_MS);
    }

    private Request next() {
        return Request.cmd(Command.XREAD)
                .arg("COUNT")
                .arg(COUNT)
                .arg("BLOCK")
                .arg(1_000)
                .arg("STREAMS")
                .arg(LogLayout.LOG)
                .arg(position.toString());
    }

    private void give(@Nullable Response reply) {
        Response entries = LogEntries.ofStream(reply);
        if (entries == null || entries.size() == 0) {
            return;
        }
        List<LoggedEvent> events = List.copyOf(LogEntries.readable(entries));
        giving.lock();
        try {
            for (Listener listener : listeners) {
                give(listener, events);
            }
            position = LogEntries.id(entries.get(entries.size() - 1));
        } finally {
            giving.unlock();
        }
        if (entries.size() < COUNT) {
            stopping.pause(GATHERING_MS);
        }
    }

    private static void give(Listener listener, List<LoggedEvent> events) {
        try {
            listener.onEvents(events);
        } catch (RuntimeException e) {
            LOGGER.errorf("a listener of the tail failed: %s", e.getClass().getName());
        }
    }

    private StreamId end() {
        try {
            Response info = line.send(StreamInfo.request());
            return info == null ? StreamId.ZERO : StreamInfo.lastGenerated(info);
        } catch (RedisFailure e) {
            if (StreamInfo.isNoSuchKey(e)) {
                return StreamId.ZERO;
            }
            throw e;
        }
    }
}
