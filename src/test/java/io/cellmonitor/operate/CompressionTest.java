package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard's files come compressed to who takes that. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CompressionTest {

    @TestHTTPResource
    URI application;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/", "/dashboard/classes/1", "/dashboard/assets/app-1234.js"})
    void aFileComesCompressedToWhoTakesIt(String path) throws Exception {
        HttpResponse<byte[]> plain = send(get(path));
        HttpResponse<byte[]> compressed = send(get(path).header("Accept-Encoding", "gzip, deflate, br"));
        assertThat(encoding(plain)).isEqualTo("identity");
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(inflated(compressed.body())).isEqualTo(plain.body()).isNotEmpty();
        assertThat(compressed.headers().firstValue("Cache-Control"))
                .isEqualTo(plain.headers().firstValue("Cache-Control"));
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(application.resolve(path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String encoding(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Encoding").orElse("identity");
    }

    private static byte[] inflated(byte[] compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        }
    }
}
