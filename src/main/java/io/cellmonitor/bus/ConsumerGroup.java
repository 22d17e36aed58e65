package io.cellmonitor.bus;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands of one consumer group. Its one consumer has a fixed name and is never deleted, so that nothing pending is lost. */
final class ConsumerGroup implements GroupOpening {

    private static final String CONSUMER = "reader";
    /** What a batch costs however many events it has is shared by more of them under load; two megabytes. */
    private static final int COUNT = 2_000;

    private static final int BLOCK_MS = 1_000;

    private final String name;
    private final RedisLine line;

    ConsumerGroup(String name, RedisLine line) {
        this.name = name;
        this.line = line;
    }

    /** Makes the group, at the beginning of the log (stores can repeat), unless it is there. */
    @Override
    public void open() {
        try {
            line.send(Request.cmd(Command.XGROUP)
                    .arg("CREATE")
                    .arg(LogLayout.LOG)
                    .arg(name)
                    .arg("0")
                    .arg("MKSTREAM"));
        } catch (RedisFailure e) {
            if (!RedisErrors.is(e, "BUSYGROUP")) {
                throw e;
            }
        }
    }

    /** The oldest entries that were read and never acknowledged; null or empty when there are none. */
    @Nullable
    Response readPending() {
        return LogEntries.ofStream(
                line.send(read().arg("STREAMS").arg(LogLayout.LOG).arg("0")));
    }

    /** The next entries; waits up to a second for one. */
    @Nullable
    Response readNew() {
        return LogEntries.ofStream(line.send(read().arg("BLOCK")
                .arg(BLOCK_MS)
                .arg("STREAMS")
                .arg(LogLayout.LOG)
                .arg(">")));
    }

    /** Whether a batch is as large as may be: then there are likely more. */
    boolean isFull(EntryBatch batch) {
        return batch.ids().size() >= COUNT;
    }

    /** The next entries that are there already; null when there are none. */
    @Nullable
    Response readReady() {
        return LogEntries.ofStream(
                line.send(read().arg("STREAMS").arg(LogLayout.LOG).arg(">")));
    }

    /** Tries once more on a new connection, for one that idled during a long store may be dead. */
    void acknowledge(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Request acknowledge = Request.cmd(Command.XACK).arg(LogLayout.LOG).arg(name);
        ids.forEach(acknowledge::arg);
        try {
            line.send(acknowledge);
        } catch (RedisFailure e) {
            line.send(acknowledge);
        }
    }

    /** Keeps an entry that is no event, as it is, where an operator can look at it. */
    void putAside(Response entry) {
        Request copy = Request.cmd(Command.XADD)
                .arg(LogLayout.UNREADABLE)
                .arg("MAXLEN")
                .arg("~")
                .arg(10_000)
                .arg("*")
                .arg("group")
                .arg(name)
                .arg("id")
                .arg(entry.get(0).toString());
        entry.get(1).forEach(part -> copy.arg(part.toBytes()));
        line.send(copy);
    }

    private Request read() {
        return Request.cmd(Command.XREADGROUP)
                .arg("GROUP")
                .arg(name)
                .arg(CONSUMER)
                .arg("COUNT")
                .arg(COUNT);
    }
}
