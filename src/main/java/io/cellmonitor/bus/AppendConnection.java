package io.cellmonitor.bus;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the one connection on which appends travel: opens it, watches it by asking for Redis's memory every two seconds, opens it again with
 * backoff when it is lost or silent. Everything on one event loop.
 */
final class AppendConnection {

    private static final Logger LOGGER = Logger.getLogger(AppendConnection.class);
    private static final long HEARTBEAT_MS = 2_000;

    private final Vertx vertx;
    private final Context loop;
    private final Redis redis;
    private final GroupCommit commits;
    private final MemoryGuard memory;
    private final Backoff backoff = new Backoff(50, 2_000);
    private final Promise<Void> firstConnected = Promise.promise();
    private @Nullable RedisConnection connection;
    private long lastAnswer = System.nanoTime();
    private final long silenceNanos;
    private long timer = -1;
    private boolean stopped;

    AppendConnection(
            Vertx vertx, Context loop, Redis redis, GroupCommit commits, MemoryGuard memory, long silenceNanos) {
        this.vertx = vertx;
        this.loop = loop;
        this.redis = redis;
        this.commits = commits;
        this.memory = memory;
        this.silenceNanos = silenceNanos;
    }

    /** Completes when it is connected for the first time and knows Redis's memory. */
    Future<Void> start() {
        loop.runOnContext(ignored -> {
            timer = vertx.setPeriodic(HEARTBEAT_MS, HEARTBEAT_MS, tick -> loop.runOnContext(now -> heartbeat()));
            open();
        });
        return firstConnected.future();
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
                    .onFailure(failure -> loop.runOnContext(ignored -> openLater()));
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
        askMemory(fresh).onSuccess(ignored -> {
            if (connection == fresh) {
                backoff.reset();
                commits.connected(fresh);
                firstConnected.tryComplete();
            }
        });
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

    private Future<Void> askMemory(RedisConnection asked) {
        Promise<Void> known = Promise.promise();
        asked.send(Request.cmd(Command.INFO).arg("memory"))
                .onComplete(reply -> loop.runOnContext(ignored -> {
                    if (reply.succeeded()) {
                        lastAnswer = System.nanoTime();
                        memory.observe(reply.result().toString());
                        known.complete();
                    } else if (RedisErrors.is(reply.cause(), "NOPERM")) {
                        lastAnswer = System.nanoTime();
                        known.complete();
                    } else {
                        lose(asked, "the log is away");
                    }
                }));
        return known.future();
    }

    /** Closing gives a socket that is still open back to the pool; one that is dead is ended by the client's read idle time limit. */
    private void lose(RedisConnection lost, String reason) {
        if (connection == lost) {
            connection = null;
            LOGGER.warnf("append connection lost: %s", reason);
            commits.disconnected(reason);
            lost.close();
            openLater();
        }
    }
}
