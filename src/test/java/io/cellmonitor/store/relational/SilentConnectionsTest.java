package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.servers.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network that is cut without a word does not keep a pool's places (promises 6 and 7). */
class SilentConnectionsTest {

    private static final int PLACES = 2;

    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final AtomicInteger lostConnections = new AtomicInteger();
    private volatile boolean cut;
    private Pool pool;

    @BeforeEach
    void open() {
        PgConnectOptions server = PgConnectOptions.fromUri(TestServers.postgres());
        NetServer network = vertx.createNetServer()
                .connectHandler(socket -> connect(socket, server))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        PgConnectOptions through = new PgConnectOptions(server)
                .setHost("127.0.0.1")
                .setPort(network.actualPort())
                .addProperty("statement_timeout", "2s");
        PostgresPools.limit(through, Duration.ofSeconds(1));
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(PLACES))
                .connectingTo(through)
                .using(vertx)
                .build();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void placesAreFreeAgainSoonAfterTheNetworkWasCut() {
        assertThat(answer()).isEqualTo(1);
        cut = true;
        for (int place = 0; place < PLACES; place++) {
            pool.query("select 1").execute();
        }
        CompletableFuture<?> waiting = done(pool.query("select 1").execute());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> lostConnections.get() == PLACES);
        assertThat(waiting).isNotCompleted();

        cut = false;

        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> answer() == 1);
    }

    @Test
    void aStatementThatIsAliveIsNotCut() {
        assertThatThrownBy(
                        () -> done(pool.query("select pg_sleep(60)").execute()).get(60, TimeUnit.SECONDS))
                .as("ended by the server")
                .hasStackTraceContaining("57014");
    }

    private int answer() throws RuntimeException {
        try {
            return done(pool.query("select 1")
                            .execute()
                            .map(rows -> rows.iterator().next().getInteger(0)))
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once its network was cut a connection stays silent for ever. */
    private void connect(NetSocket socket, PgConnectOptions server) {
        boolean[] lost = {false};
        socket.pause();
        client.connect(server.getPort(), server.getHost()).onSuccess(there -> {
            pass(socket, there, lost);
            pass(there, socket, lost);
            socket.closeHandler(closed -> there.close());
        });
    }

    private void pass(NetSocket from, NetSocket to, boolean[] lost) {
        from.handler(bytes -> {
            if (cut && !lost[0]) {
                lost[0] = true;
                lostConnections.incrementAndGet();
            }
            if (!lost[0]) {
                to.write(bytes);
            }
        });
        from.resume();
    }

    private static <T> CompletableFuture<T> done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }
}
