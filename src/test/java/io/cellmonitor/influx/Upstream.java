package io.cellmonitor.influx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** An InfluxDB over HTTP; what reads and writes speaks as 1.6 does. */
final class Upstream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;

    Upstream(URI address) {
        this.address = address;
    }

    boolean isUp() {
        try {
            return send(HttpRequest.newBuilder(address.resolve("/ping")).GET()).statusCode() == 204;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until the program that was just started answers. */
    void awaitUp(Process program, Path data) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!program.isAlive()) {
                        throw new IllegalStateException("influxd ended with " + program.exitValue() + ", see " + data);
                    }
                    return isUp();
                });
    }

    HttpResponse<byte[]> write(String database, byte[] lines) throws IOException {
        return post("/write?db=" + encoded(database), "text/plain; charset=utf-8", lines);
    }

    HttpResponse<byte[]> post(String path, String contentType, byte[] body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** The rows of the first series of a statement's answer, each as text. */
    List<List<String>> ask(String database, String statement) throws IOException {
        String form = "db=" + encoded(database) + "&q=" + encoded(statement);
        HttpResponse<byte[]> answer =
                post("/query", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode values : JSON.readTree(answer.body()).at("/results/0/series/0/values")) {
            List<String> row = new ArrayList<>();
            values.forEach(value -> row.add(value.asText()));
            rows.add(row);
        }
        return rows;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
