package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.cellmonitor.store.relational.Written;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS, both clients trust the authority that the operator names, and nobody unknown. */
class InfluxTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private HttpsServer server;

    @BeforeEach
    void serveOverTls() throws Exception {
        Path store = folder.resolve("key.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "k",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                store);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "k",
                "-file",
                folder.resolve("certificate.pem").toString(),
                store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "{\"results\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            boolean write = exchange.getRequestURI().getPath().endsWith("/write");
            exchange.sendResponseHeaders(write ? 204 : 200, write ? -1 : body.length);
            if (!write) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theNamedAuthorityIsTrusted() {
        try (OpenInflux influx = open(Optional.of(folder.resolve("certificate.pem")))) {
            influx.write(List.of(Written.run(1, 0).event()));
            assertThat(OpenInflux.wait(influx.query.rows("SHOW MEASUREMENTS", Map.of())))
                    .isEmpty();
        }
    }

    @Test
    void anUnknownAuthorityIsNot() {
        try (OpenInflux influx = open(Optional.empty())) {
            assertThatThrownBy(() -> influx.write(List.of(Written.run(1, 0).event())))
                    .matches(failure -> !influx.subscriber.isDataError(failure));
            assertThatThrownBy(() -> OpenInflux.wait(influx.query.rows("SHOW MEASUREMENTS", Map.of())));
        }
    }

    private OpenInflux open(Optional<Path> certificate) {
        URI url = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        return new OpenInflux(new InfluxSettings(url, "t", "o", "b", Duration.ZERO, certificate), null);
    }

    private static void keytool(Object... words) throws Exception {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder command = new ProcessBuilder(program.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12");
        for (Object word : words) {
            if (word instanceof Path store) {
                command.command().addAll(List.of("-keystore", store.toString()));
            } else {
                command.command().add(word.toString());
            }
        }
        // The command itself comes first.
        command.command().add(1, command.command().remove(5));
        Process process = command.redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
    }
}
