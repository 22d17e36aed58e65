package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS: what it says of the browser is believed, and nobody else's word. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(TrustedProxiesTest.BehindAProxy.class)
class TrustedProxiesTest {

    private static final String PROXY = "127.0.0.1";
    private static final String SOMEBODY_ELSE = "127.0.0.2";
    private static final Vertx VERTX = Vertx.vertx();
    private static final JsonObject CREDENTIALS =
            new JsonObject().put("username", "first-admin").put("password", "first-admin-password");
    private static final JsonObject EVENT = new JsonObject()
            .put("eventId", "proxied")
            .put("eventType", "cell_executed")
            .put("userName", "proxied-student")
            .put("notebookPath", "a.ipynb");

    /** The proxy is on this machine, at one of its addresses only. */
    public static final class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cell-monitor.trusted-proxies", PROXY);
        }
    }

    private record Answer(int status, String cookie, String body) {}

    private static Answer post(String from, String path, JsonObject body, Map<String, String> headers)
            throws Exception {
        HttpClient client = VERTX.createHttpClient(new HttpClientOptions().setLocalAddress(from));
        return client.request(HttpMethod.POST, RestAssured.port, "127.0.0.1", path)
                .compose(request -> {
                    request.putHeader("Content-Type", "application/json");
                    headers.forEach(request::putHeader);
                    return request.send(body.toBuffer());
                })
                .compose(answer -> answer.body()
                        .map(text -> new Answer(
                                answer.statusCode(), String.valueOf(answer.getHeader("Set-Cookie")), text.toString())))
                .eventually(() -> client.close())
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static Answer signIn(String from, Map<String, String> headers) throws Exception {
        return post(from, "/api/v1/session", CREDENTIALS, headers);
    }

    private static Map<String, String> page(String authority, String origin) {
        return Map.of("Host", authority, "Origin", origin, "X-Forwarded-Proto", "https");
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theProxysWordMakesTheCookieSecure() throws Exception {
        Answer answer = signIn(PROXY, page("monitor.example.org", "https://monitor.example.org"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.cookie()).contains("; Secure");
    }

    @Test
    void anotherPortThanTheUsualIsTheProxysToSay() throws Exception {
        Map<String, String> headers = Map.of(
                "Host", "monitor.example.org:8443",
                "Origin", "https://monitor.example.org:8443",
                "X-Forwarded-Proto", "https",
                "X-Forwarded-Port", "8443");
        assertThat(signIn(PROXY, headers).status()).isEqualTo(204);
    }

    @Test
    void anothersPageIsForeignStill() throws Exception {
        Answer answer = signIn(PROXY, page("monitor.example.org", "https://elsewhere.example.org"));
        assertThat(answer.status()).isEqualTo(403);
        // Of ours, not of the framework's CORS filter, which refuses too, without a word.
        assertThat(answer.body()).contains("\"Origin\"");
    }

    /** The request is what it is, plain HTTP: its cookie is not secure, and a page over TLS is another origin. */
    @Test
    void nobodyElsesWordChangesAnything() throws Exception {
        Answer answer = signIn(SOMEBODY_ELSE, page("monitor.example.org", "http://monitor.example.org"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.cookie()).startsWith("cell-monitor-session=").doesNotContain("Secure");
        assertThat(signIn(SOMEBODY_ELSE, page("monitor.example.org", "https://monitor.example.org"))
                        .status())
                .isEqualTo(403);
    }

    /** The open door looks at the caller's address: behind the proxy it is the one that the proxy names. */
    @Test
    void theCallersAddressIsTheProxysToSayAndNobodyElses() throws Exception {
        Map<String, String> fromOutside = Map.of("X-Forwarded-For", "203.0.113.9");
        assertThat(post(SOMEBODY_ELSE, "/api/v1/events", EVENT, fromOutside).status())
                .isEqualTo(202);
        assertThat(post(PROXY, "/api/v1/events", EVENT, fromOutside).status()).isEqualTo(403);
    }
}
