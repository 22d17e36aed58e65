package io.cellmonitor.store.timeseries;

import io.cellmonitor.measure.QueryTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Requests to InfluxDB's HTTP interface that are answered with JSON. Never blocks; safe from any thread. */
@Singleton
final class InfluxHttp implements AutoCloseable {

    /** Shorter than what a caller waits, so that there is time for PostgreSQL's answer. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final WebClient client;
    private final InfluxSettings settings;
    private final QueryTimes times;

    InfluxHttp(Vertx vertx, InfluxSettings settings, MeterRegistry registry) {
        this.times = new QueryTimes(registry, "influxdb");
        WebClientOptions options = new WebClientOptions()
                .setUserAgentEnabled(false)
                .setFollowRedirects(false)
                .setConnectTimeout((int) LIMIT.toMillis());
        settings.certificate()
                .ifPresent(file -> options.setTrustOptions(
                        InfluxTrust.in(file, vertx.getDelegate()).options()));
        this.client = WebClient.create(vertx, options);
        this.settings = settings;
    }

    /** Answers 200 and 201 as JSON; everything else fails with {@link InfluxRefusal}. */
    Uni<JsonObject> get(String path, Map<String, String> parameters) {
        return timed("buckets", json(request(HttpMethod.GET, path, parameters).send()));
    }

    Uni<JsonObject> post(String path, JsonObject body) {
        return timed("buckets", json(request(HttpMethod.POST, path, Map.of()).sendJsonObject(body)));
    }

    /** The parameters go in the body, for addresses get into log files. */
    Uni<JsonObject> postForm(String path, Map<String, String> parameters) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap();
        parameters.forEach(form::add);
        return timed("query", json(request(HttpMethod.POST, path, Map.of()).sendForm(form)));
    }

    private <T> Uni<T> timed(String queryType, Uni<T> asked) {
        return Uni.createFrom().deferred(() -> {
            long since = System.nanoTime();
            return asked.onTermination().invoke(() -> times.answered(queryType, since));
        });
    }

    private HttpRequest<Buffer> request(HttpMethod method, String path, Map<String, String> parameters) {
        String base = settings.url().toString().replaceFirst("/+$", "");
        HttpRequest<Buffer> request = client.requestAbs(method, base + path)
                .timeout(LIMIT.toMillis())
                .putHeader("Authorization", "Token " + settings.token())
                .putHeader("Accept", "application/json");
        parameters.forEach(request::addQueryParam);
        return request;
    }

    private static Uni<JsonObject> json(Uni<HttpResponse<Buffer>> sent) {
        return sent.ifNoItem().after(LIMIT).fail().map(response -> {
            if (response.statusCode() != 200 && response.statusCode() != 201) {
                throw new InfluxRefusal(response.statusCode(), "InfluxDB answers " + response.statusCode());
            }
            try {
                return response.bodyAsJsonObject();
            } catch (DecodeException e) {
                throw new InfluxRefusal(response.statusCode(), "InfluxDB answers no JSON");
            }
        });
    }

    @Override
    @PreDestroy
    public void close() {
        client.close();
    }
}
