package io.cellmonitor.bus;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the one connection on which appends travel: opens it, has the Redis behind it admitted, watches it by asking for its memory every two
 * seconds, opens it again with backoff when it is lost or silent. Everything on one event loop.
 */
final class AppendConnection {

    private static final Logger LOGGER = Logger.getLogger(AppendConnection.class);
    private static final long HEARTBEAT_MS = 2_000;

    private final Vertx vertx;
    private final Context loop;
    private final Redis redis;
    private final GroupCommit commits;
    private final RedisAdmission admission;
    private final Backoff backoff = new Backoff(50, 2_000);
    private final Promise<Void> firstOutcome = Promise.promise();
    private @Nullable RedisConnection connection;
    private long lastAnswer = System.nanoTime();
    private final long silenceNanos;
    private long timer = -1;
    private boolean stopped;
    private volatile @Nullable String trouble;
    private volatile Duration answerTime = Duration.ZERO;

    AppendConnection(
            Vertx vertx, Context loop, Redis redis, GroupCommit commits, RedisAdmission admission, long silenceNanos) {
        this.vertx = vertx;
        this.loop = loop;
        this.redis = redis;
        this.commits = commits;
        this.admission = admission;
        this.silenceNanos = silenceNanos;
    }

    /** Completes when a Redis is admitted for the first time; fails with {@link RedisRefused} when one is refused before. */
    Future<Void> start() {
        loop.runOnContext(ignored -> {
            timer = vertx.setPeriodic(HEARTBEAT_MS, HEARTBEAT_MS, tick -> loop.runOnContext(now -> heartbeat()));
            open();
        });
        return firstOutcome.future();
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Of the latest heartbeat. */
    Duration answerTime() {
        return answerTime;
    }

    void stop() {
        loop.runOnContext(ignored -> {
            stopped = true;
            vertx.cancelTimer(timer);
            RedisConnection current = connection;
            if (current != null) {
                lose(current, "the log is closed");
            }
        });
    }

    private void open() {
        if (!stopped) {
            redis.connect()
                    .onSuccess(fresh -> loop.runOnContext(ignored -> opened(fresh)))
                    .onFailure(failure -> loop.runOnContext(ignored -> notOpened(failure)));
        }
    }

    private void opened(RedisConnection fresh) {
        if (stopped) {
            fresh.close();
            return;
        }
        connection = fresh;
        lastAnswer = System.nanoTime();
        fresh.exceptionHandler(failure -> loop.runOnContext(ignored -> lose(fresh, "the log is away")));
        fresh.endHandler(end -> loop.runOnContext(ignored -> lose(fresh, "the log is away")));
        admission
                .admit(fresh)
                .onComplete(outcome -> loop.runOnContext(ignored -> {
                    if (connection != fresh) {
                        return;
                    }
                    if (outcome.succeeded()) {
                        admitted(fresh);
                    } else {
                        notice(outcome.cause());
                        lose(fresh, "the log is away");
                    }
                }));
    }

    private void admitted(RedisConnection fresh) {
        lastAnswer = System.nanoTime();
        backoff.reset();
        commits.connected(fresh);
        firstOutcome.tryComplete();
        if (trouble != null) {
            LOGGER.info("the log takes events");
            trouble = null;
        }
    }

    private void notOpened(Throwable failure) {
        notice(RedisRefused.orAway(failure));
        openLater();
    }

    /** Says each trouble once, for it is met again with each try. */
    private void notice(Throwable failure) {
        String line = failure instanceof RedisRefused
                ? String.valueOf(failure.getMessage())
                : "CELL_MONITOR_REDIS: Redis is away (" + new RedisFailure(failure).getMessage() + ")";
        boolean ends = failure instanceof RedisRefused && firstOutcome.tryFail(failure);
        if (!ends && !line.equals(trouble)) {
            LOGGER.warnf("%s; the log takes no events until that has changed", line);
        }
        trouble = line;
    }

    private void openLater() {
        vertx.setTimer(backoff.nextMillis(), ignored -> loop.runOnContext(now -> open()));
    }

    private void heartbeat() {
        RedisConnection current = connection;
        if (current == null) {
            return;
        }
        if (commits.isOverdue() || System.nanoTime() - lastAnswer > silenceNanos) {
            lose(current, "the log does not answer");
        } else {
            askMemory(current);
        }
    }

    private void askMemory(RedisConnection asked) {
        long since = System.nanoTime();
        admission
                .askMemory(asked)
                .onComplete(outcome -> loop.runOnContext(ignored -> {
                    if (outcome.succeeded()) {
                        lastAnswer = System.nanoTime();
                        answerTime = Duration.ofNanos(lastAnswer - since);
                    } else {
                        lose(asked, "the log is away");
                    }
                }));
    }

    /** Closing gives a socket that is still open back to the pool; one that is dead is ended by the client's read idle time limit. */
    private void lose(RedisConnection lost, String reason) {
        if (connection == lost) {
            connection = null;
            if (trouble == null) {
                trouble = reason;
                LOGGER.warnf("append connection lost: %s", reason);
            }
            commits.disconnected(reason);
            lost.close();
            openLater();
        }
    }
}
