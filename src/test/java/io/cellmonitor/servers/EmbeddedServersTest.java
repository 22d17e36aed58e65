package io.cellmonitor.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

    private final List<Server> starts = new CopyOnWriteArrayList<>();
    private final List<Throwable> refusals = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void redisIsStartedAgainOnTheSamePortWhenItIsKilled() throws Exception {
        int port = Ports.free();
        try (Supervision supervision = supervise(() -> EmbeddedRedisServer.in(folder.resolve("redis"), port))) {
            ProcessHandle first = awaitStart(1).process();

            first.destroyForcibly();

            Server second = awaitStart(2);
            assertThat(second.address()).isEqualTo("redis://127.0.0.1:" + port);
            assertThat(second.process().pid()).isNotEqualTo(first.pid());
            assertThat(second.process().isAlive()).isTrue();
        }
        assertThat(starts.getLast().process().isAlive()).isFalse();
    }

    @Test
    void postgresKeepsItsDataWhenItIsKilled() throws Exception {
        int port = Ports.free();
        try (Supervision supervision = supervise(() -> EmbeddedPostgresServer.in(folder.resolve("postgres"), port))) {
            awaitStart(1);
            execute(port, "create table kept as select 42 as answer");

            starts.getFirst().process().destroyForcibly();

            awaitStart(2);
            execute(port, "select answer from kept");
        }
    }

    @Test
    void whatAKilledProcessLeftIsEndedAtTheNextStart() throws Exception {
        Path data = folder.resolve("redis");
        ProcessHandle left = EmbeddedRedisServer.in(data, Ports.free()).process();

        try (Server next = EmbeddedRedisServer.in(data, Ports.free())) {
            assertThat(left.isAlive()).isFalse();
            assertThat(next.process().isAlive()).isTrue();
        }
    }

    @Test
    void programsThatWereLeftHalfUnpackedAreUnpackedAgain() throws Exception {
        Path programs = folder.resolve("programs");
        UnpackedPostgres.in(programs).start(unpacking()).close();
        Files.delete(unpacked(programs).resolve(".exists"));
        Files.write(unpacked(programs).resolve("bin/postgres"), new byte[0]);

        try (EmbeddedPostgres again = UnpackedPostgres.in(programs).start(unpacking())) {
            execute(again.getPort(), "select 42");
        }
    }

    @Test
    void anErrorIsARefusalAndTheNextStartComes() {
        AtomicInteger tries = new AtomicInteger();
        int port = Ports.free();
        Supervision.Start second = () -> {
            if (tries.getAndIncrement() == 0) {
                throw new ExceptionInInitializerError("as of programs that were not unpacked");
            }
            return EmbeddedRedisServer.in(folder.resolve("redis"), port);
        };
        try (Supervision supervision = supervise(second)) {
            assertThat(awaitStart(1).process().isAlive()).isTrue();
        }
        assertThat(refusals).singleElement().isInstanceOf(ExceptionInInitializerError.class);
    }

    /** The library remembers by resolver what it has unpacked: another resolver is another process to it. */
    private static EmbeddedPostgres.Builder unpacking() {
        return EmbeddedPostgres.builder().setPgBinaryResolver(DefaultPostgresBinaryResolver.INSTANCE::getPgBinary);
    }

    private static Path unpacked(Path programs) throws Exception {
        try (var folders = Files.list(programs)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private Supervision supervise(Supervision.Start start) {
        return new Supervision("test", start, starts::add, refusals::add);
    }

    private Server awaitStart(int number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> starts.size() >= number);
        return starts.get(number - 1);
    }

    private static void execute(int port, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
