package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.cellmonitor.servers.SelfSignedCertificate;
import io.cellmonitor.store.relational.Written;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS, both clients trust the authority that the operator names, and nobody unknown. */
class InfluxTlsTest {

    @TempDir
    Path folder;

    private HttpsServer server;

    @BeforeEach
    void serveOverTls() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.of(folder, "ip:127.0.0.1");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(certificate.keys(), certificate.password());
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
}
