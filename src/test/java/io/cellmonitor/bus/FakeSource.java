package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The store of record, in memory: it has what {@link #take} took from the log, and answers in pages of 100. */
final class FakeSource implements RefillSource {

    private static final int PAGE = 100;

    /** Where the pages began that were asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile Runnable beforeEachPage = () -> {};
    private final Map<StreamId, LoggedEvent> events = new ConcurrentSkipListMap<>();
    private final Bus bus;

    FakeSource(Bus bus) {
        this.bus = bus;
        bus.redis(Command.XGROUP, "CREATE", LogLayout.LOG, group(), "0", "MKSTREAM");
    }

    /** Stores and acknowledges the whole log. */
    void take() {
        bus.readAll().forEach(event -> events.put(event.id(), event));
        bus.redis(
                Command.XGROUP,
                "SETID",
                LogLayout.LOG,
                group(),
                bus.log.last().await().indefinitely().toString());
    }

    @Override
    public String group() {
        return "relational";
    }

    /** On a thread of its own: what happens before a page may wait for the log, which the caller's event loop serves. */
    @Override
    public Uni<Page> page(StreamId after, StreamId upTo, String from, int limit) {
        return Uni.createFrom()
                .item(() -> page(after, upTo, from))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private Page page(StreamId after, StreamId upTo, String from) {
        asked.add(from);
        beforeEachPage.run();
        List<LoggedEvent> inRange = new TreeMap<>(events)
                .subMap(after, false, upTo, true).values().stream().toList();
        int begin = from.isEmpty() ? 0 : Integer.parseInt(from);
        int end = Math.min(begin + PAGE, inRange.size());
        return new Page(inRange.subList(begin, end), end < inRange.size() ? "" + end : null);
    }
}
