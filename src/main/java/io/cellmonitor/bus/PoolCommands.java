package io.cellmonitor.bus;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Single commands on a connection of the pool, with a time limit, answered on the caller's Vert.x context. */
final class PoolCommands {

    private PoolCommands() {}

    static Uni<Response> send(Redis pool, Request request, Duration limit) {
        return Uni.createFrom().emitter(emitter -> {
            Context caller = Vertx.currentContext();
            Future<Response> reply = pool.send(request).timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
            reply.onComplete(outcome -> {
                Runnable answer = outcome.succeeded()
                        ? () -> emitter.complete(outcome.result())
                        : () -> emitter.fail(outcome.cause());
                if (caller == null || caller == Vertx.currentContext()) {
                    answer.run();
                } else {
                    caller.runOnContext(ignored -> answer.run());
                }
            });
        });
    }
}
