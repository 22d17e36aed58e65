package io.cellmonitor.bus;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The log as a Redis Stream. Appends have a connection of their own; reads take one of the pool. */
final class RedisEventLog implements EventLog, AppendState {

    private static final Duration READ_LIMIT = Duration.ofSeconds(5);

    private final Redis pool;
    private final MemoryGuard memory;
    private final GroupCommit commits;
    private final AppendConnection connection;
    private final LogMetrics metrics;

    RedisEventLog(
            Vertx vertx,
            Redis appendClient,
            Redis pool,
            ChannelPublisher channels,
            LogMetrics metrics,
            AppendSettings settings) {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        this.pool = pool;
        this.metrics = metrics;
        this.memory = new MemoryGuard(settings.memoryLimit());
        this.commits = new GroupCommit(loop, settings, metrics, (append, ids) -> {
            metrics.appended(append);
            channels.publish(append.events(), ids);
        });
        RedisAdmission admission = new RedisAdmission(memory, settings.production(), settings.lossAccepted());
        this.connection = new AppendConnection(
                vertx,
                loop,
                appendClient,
                commits,
                admission,
                settings.timeLimit().toNanos());
    }

    /** Completes when it is open for the first time; fails with {@link RedisRefused}. It keeps trying in any case. */
    Future<Void> start() {
        return connection.start();
    }

    /** What waits fails with {@link LogUnavailable}. */
    void stop() {
        connection.stop();
    }

    @Override
    public boolean isOpen() {
        return commits.isOpen();
    }

    @Override
    public Duration answerTime() {
        return connection.answerTime();
    }

    @Override
    public Optional<String> trouble() {
        return isOpen() ? Optional.empty() : Optional.of(connection.trouble().orElse("is not connected yet"));
    }

    @Override
    public Uni<List<StreamId>> append(List<UnloggedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.createFrom().emitter(emitter -> {
            PendingAppend append = PendingAppend.of(events, emitter, Vertx.currentContext());
            if (memory.isFull()) {
                metrics.refused();
                append.fail(new LogUnavailable("the log's memory is nearly full", Duration.ofSeconds(10)));
            } else {
                commits.offer(append);
            }
        });
    }

    @Override
    public Uni<List<LoggedEvent>> readAfter(StreamId after, int limit) {
        return range("(" + after, limit);
    }

    @Override
    public Uni<List<LoggedEvent>> readFrom(StreamId from, int limit) {
        return range(from.toString(), limit);
    }

    private Uni<List<LoggedEvent>> range(String from, int limit) {
        Request range = Request.cmd(Command.XRANGE)
                .arg(LogLayout.LOG)
                .arg(from)
                .arg("+")
                .arg("COUNT")
                .arg(limit);
        return PoolCommands.send(pool, range, READ_LIMIT).map(LogEntries::readable);
    }

    @Override
    public Uni<StreamId> first() {
        return readFrom(StreamId.ZERO, 1)
                .map(events ->
                        events.isEmpty() ? StreamId.ZERO : events.getFirst().id());
    }

    @Override
    public Uni<StreamId> last() {
        return PoolCommands.send(pool, StreamInfo.request(), READ_LIMIT)
                .map(StreamInfo::lastGenerated)
                .onFailure(StreamInfo::isNoSuchKey)
                .recoverWithItem(StreamId.ZERO);
    }
}
