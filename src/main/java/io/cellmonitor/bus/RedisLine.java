package io.cellmonitor.bus;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection kept by one (virtual) thread that may wait: opened when first needed, dropped when a command's time limit passes or it
 * breaks, opened again by the next command. No retries here.
 */
final class RedisLine implements AutoCloseable {

    private final Redis redis;
    private final Duration limit;
    private @Nullable RedisConnection connection;

    /** {@code limit} holds for each command and must be longer than any {@code BLOCK}. */
    RedisLine(Redis redis, Duration limit) {
        this.redis = redis;
        this.limit = limit;
    }

    /** Whether the next command will open a connection. */
    boolean isClosed() {
        return connection == null;
    }

    /** The reply, null for none. Throws {@link RedisFailure}; an error that Redis answered leaves the connection open. */
    @Nullable
    Response send(Request request) {
        RedisConnection open = connection;
        if (open == null) {
            open = await(redis.connect());
            RedisConnection fresh = open;
            // Without a handler of its own a connection's end would be reported as an unhandled exception.
            fresh.exceptionHandler(failure -> {});
            connection = fresh;
        }
        return await(open.send(request));
    }

    @Override
    public void close() {
        RedisConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    private <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            RedisFailure failure = new RedisFailure(cause);
            if (!RedisErrors.isAnswer(cause)) {
                close();
            }
            throw failure;
        } catch (TimeoutException e) {
            close();
            throw new RedisFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new RedisFailure(e);
        }
    }
}
