package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.EmbeddedPostgresServer;
import io.cellmonitor.servers.RestartableRedisServer;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only a person can mend ends the process with one line that names the variable, no trace and no secret. */
@QuarkusMainTest
class RefusedStartTest {

    private final Map<String, String> settings = new HashMap<>(new TestServers().start());

    @AfterEach
    void forget() {
        settings.keySet().forEach(System::clearProperty);
    }

    private void assertRefused(QuarkusMainLauncher launcher, String line, String secret) {
        settings.forEach(System::setProperty);
        LaunchResult result = launcher.launch();
        String said = result.getOutput() + result.getErrorOutput();
        assertThat(result.exitCode()).as(said).isEqualTo(1);
        assertThat(said.lines().filter(it -> it.contains("Cell Monitor does not start: ")))
                .singleElement()
                .asString()
                .contains(line);
        // Vert.x's own traces of threads that a busy machine holds up are another thing.
        assertThat(said.lines()).noneMatch(it -> it.startsWith("Caused by") || it.contains("at org.flywaydb"));
        assertThat(said).doesNotContain(secret);
    }

    @Test
    void aDatabaseThatDoesNotExist(QuarkusMainLauncher launcher) {
        settings.computeIfPresent("cell-monitor.pg", (key, address) -> address.replaceFirst("/postgres$", "/nowhere"));
        assertRefused(launcher, "CELL_MONITOR_PG: the database does not exist", "postgres:postgres@");
    }

    @Test
    void aDatabaseWithSomebodyElsesTables(QuarkusMainLauncher launcher) throws SQLException {
        URI server = URI.create(TestServers.postgres());
        String name = "taken" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "postgres", "create database " + name);
        execute(server, name, "create table somebody_elses (id int)");
        settings.computeIfPresent("cell-monitor.pg", (key, address) -> address.replaceFirst("/postgres$", "/" + name));
        assertRefused(launcher, "CELL_MONITOR_PG: the database has tables of somebody else", "postgres:postgres@");
    }

    @Test
    void aWrongPasswordOfPostgres(QuarkusMainLauncher launcher) throws SQLException {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.temporary()) {
            demandPassword(URI.create(server.address()));
            settings.put("cell-monitor.pg", server.address().replace(":postgres@", ":no-such-password@"));
            assertRefused(launcher, "CELL_MONITOR_PG: PostgreSQL refuses the password", "no-such-password");
        }
    }

    @Test
    void aWrongPasswordOfRedis(QuarkusMainLauncher launcher) throws IOException {
        try (RestartableRedisServer server = RestartableRedisServer.embedded()) {
            demandPassword(URI.create(server.address()).getPort());
            settings.put("cell-monitor.redis", server.address().replace("//", "//:no-such-password@"));
            assertRefused(launcher, "CELL_MONITOR_REDIS: Redis refuses the login", "no-such-password");
        }
    }

    /** The embedded server trusts everybody on this machine. */
    private static void demandPassword(URI server) throws SQLException {
        execute(server, "postgres", """
                alter role postgres password 'postgres';
                do $$ begin
                  execute format('copy (select ''host all all all scram-sha-256'') to %L', current_setting('hba_file'));
                end $$;
                select pg_reload_conf()""");
    }

    private static void demandPassword(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write("CONFIG SET requirepass the-right-one\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('+');
        }
    }

    private static void execute(URI server, String database, String sql) throws SQLException {
        String address = "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + "/" + database;
        try (Connection connection = DriverManager.getConnection(address, "postgres", "postgres")) {
            connection.createStatement().execute(sql);
        }
    }
}
