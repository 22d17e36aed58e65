package io.cellmonitor.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (19 MiB, two passes, one lane: OWASP's password storage cheat sheet), on two threads of its own, with a bounded queue: it is slow
 * on purpose and must slow nobody else.
 */
@ApplicationScoped
class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int WAITING_LIMIT = 32;
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();

    /** Checked when there is no such account, so that the answer takes as long. */
    private final Uni<String> nobody;

    Passwords(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("passwords", 2);
        nobody = hash(UUID.randomUUID().toString()).memoize().indefinitely();
    }

    Uni<String> hash(String password) {
        return work(() ->
                ARGON2.hash(password.getBytes(StandardCharsets.UTF_8), salt()).getResult());
    }

    /** Whether the password is that of the hash; false, as slowly, when there is none. */
    Uni<Boolean> matches(String password, @Nullable String hash) {
        return hash == null
                ? nobody.flatMap(other -> check(password, other)).replaceWith(false)
                : check(password, hash);
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private Uni<Boolean> check(String password, String hash) {
        return work(() -> Argon2Function.getInstanceFromHash(hash).check(password, hash));
    }

    private <T> Uni<T> work(Supplier<T> task) {
        return Uni.createFrom().deferred(() -> {
            if (waiting.incrementAndGet() > WAITING_LIMIT) {
                waiting.decrementAndGet();
                return Uni.createFrom()
                        .failure(Problem.unavailable("Too many people sign in at once.", Duration.ofSeconds(2)));
            }
            return workers.executeBlocking(Uni.createFrom().item(task), false)
                    .onTermination()
                    .invoke(waiting::decrementAndGet);
        });
    }
}
