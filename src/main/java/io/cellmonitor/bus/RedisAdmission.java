package io.cellmonitor.bus;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import org.jboss.logging.Logger;

/**
 * Decides on each new connection whether events may be entrusted to the Redis behind it: one that comes back may have other settings, or be
 * another (promise 1). On one event loop.
 */
final class RedisAdmission {

    private static final Logger LOGGER = Logger.getLogger(RedisAdmission.class);

    private final MemoryGuard memory;
    private final boolean production;
    private final boolean lossAccepted;
    private boolean warnedOfLoss;
    private boolean warnedOfMemory;

    /** {@code lossAccepted}: the operator answers for durability. Outside of {@code production} everything is admitted. */
    RedisAdmission(MemoryGuard memory, boolean production, boolean lossAccepted) {
        this.memory = memory;
        this.production = production;
        this.lossAccepted = lossAccepted;
    }

    /** Fails with {@link RedisRefused}, or with what Redis answered when it is away. */
    Future<Void> admit(RedisConnection fresh) {
        return askMemory(fresh)
                .compose(ignored -> DurabilityCheck.check(fresh::send))
                .compose(this::judge)
                .recover(failure -> Future.failedFuture(RedisRefused.orAway(failure)));
    }

    /** Looks at Redis's memory; completes also where {@code INFO} is forbidden. */
    Future<Void> askMemory(RedisConnection asked) {
        return asked.send(Request.cmd(Command.INFO).arg("memory"))
                .onSuccess(reply -> memory.observe(reply.toString()))
                .recover(failure ->
                        RedisErrors.is(failure, "NOPERM") ? Future.succeededFuture() : Future.failedFuture(failure))
                .mapEmpty();
    }

    private Future<Void> judge(Durability durability) {
        if (durability instanceof Durability.Doubtful doubtful) {
            String reasons = "Redis may lose what it acknowledges: " + String.join("; ", doubtful.reasons());
            if (production && !lossAccepted) {
                return Future.failedFuture(
                        new RedisRefused(
                                reasons
                                        + ". Change its configuration, or answer for it with CELL_MONITOR_REDIS_DURABILITY_CONFIRMED=true"));
            }
            if (!warnedOfLoss) {
                LOGGER.warn(reasons);
                warnedOfLoss = true;
            }
        }
        if (production && !memory.isLimited() && !warnedOfMemory) {
            LOGGER.warn(
                    "CELL_MONITOR_REDIS: Redis has no maxmemory, so events cannot be refused before its machine's memory is full. Set"
                            + " maxmemory in Redis, or CELL_MONITOR_REDIS_MEMORY_LIMIT to the bytes that it may use");
            warnedOfMemory = true;
        }
        return Future.succeededFuture();
    }
}
