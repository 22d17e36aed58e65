package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With assets of the tests' own, compressed as the dashboard's build does it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CompressedAssetsTest {

    private static final String SCRIPT = "/dashboard/assets/app-1234.js";
    private static final String STYLE = "/dashboard/assets/app-1234.css";

    @TestHTTPResource
    URI application;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, STYLE})
    void whoTakesBrotliGetsIt(String path) throws Exception {
        HttpResponse<byte[]> compressed = get(path, "gzip, deflate, br, zstd");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("br");
        assertThat(compressed.body()).isEqualTo(file(path + ".br"));
        assertSameHeaders(compressed, get(path, "identity"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {SCRIPT + "|gzip, deflate", SCRIPT + "|br;q=0, GZIP;q=0.5", STYLE + "|gzip"})
    void whoTakesGzipAloneGetsThat(String path, String taken) throws Exception {
        HttpResponse<byte[]> compressed = get(path, taken);
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(inflated(compressed.body())).isEqualTo(file(path));
        assertSameHeaders(compressed, get(path, "identity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "deflate", "gzip;q=0, br;q=0.0", "*;q=0", "brotli"})
    void whoTakesNeitherGetsTheFileItself(String taken) throws Exception {
        for (String path : new String[] {SCRIPT, STYLE}) {
            HttpResponse<byte[]> plain = get(path, taken);
            assertThat(header(plain, "Content-Encoding")).isEmpty();
            assertThat(plain.body()).isEqualTo(file(path));
            assertThat(header(plain, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/", "/dashboard/classes/1", "/api/v1/session", "/dashboard/assets/app-0000.js"})
    void nothingElseIsCompressed(String path) throws Exception {
        assertThat(header(get(path, "gzip, br"), "Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip", "br"})
    void whatTheBrowserHasIsNotSentAgain(String taken) throws Exception {
        HttpResponse<byte[]> first = get(SCRIPT, taken);
        HttpRequest again = request(SCRIPT, taken)
                .header("If-Modified-Since", header(first, "Last-Modified"))
                .build();
        HttpResponse<byte[]> answer = client.send(again, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(header(answer, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
    }

    private static void assertSameHeaders(HttpResponse<?> compressed, HttpResponse<?> plain) {
        assertThat(compressed.statusCode()).isEqualTo(200);
        for (String name : new String[] {
            "Content-Type", "Cache-Control", "Vary", "X-Content-Type-Options", "Content-Security-Policy"
        }) {
            assertThat(header(compressed, name)).as(name).isNotEmpty().isEqualTo(header(plain, name));
        }
        assertThat(header(compressed, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
        assertThat(header(compressed, "Cache-Control")).contains("immutable");
    }

    private HttpResponse<byte[]> get(String path, String taken) throws IOException, InterruptedException {
        return client.send(request(path, taken).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String taken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.resolve(path));
        return taken.isEmpty() ? request : request.header("Accept-Encoding", taken);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] file(String path) throws IOException {
        try (InputStream in = CompressedAssetsTest.class.getResourceAsStream("/META-INF/resources" + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        }
    }

    private static byte[] inflated(byte[] compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        }
    }
}
