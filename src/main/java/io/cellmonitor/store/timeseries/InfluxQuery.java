package io.cellmonitor.store.timeseries;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One InfluxQL statement at {@code /query}, its values bound as parameters; times come in milliseconds since 1970. */
@Singleton
final class InfluxQuery {

    /**
     * A row with the tags of its series. Numbers come as they are written: whole ones as {@link Integer} or {@link Long}.
     */
    record Row(JsonObject tags, List<String> columns, JsonArray values) {

        @Nullable
        Object get(String column) {
            int place = columns.indexOf(column);
            return place < 0 ? null : values.getValue(place);
        }

        long number(String column) {
            return get(column) instanceof Number number ? number.longValue() : 0;
        }

        /** Null where the point, or the series, has none. */
        @Nullable
        String text(String column) {
            Object value = tags.containsKey(column) ? tags.getValue(column) : get(column);
            return value == null || value.toString().isEmpty() ? null : value.toString();
        }
    }

    private final InfluxHttp http;
    private final InfluxSettings settings;

    InfluxQuery(InfluxHttp http, InfluxSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** The rows of all series. Fails with {@link InfluxRefusal}, for an error inside a 200 as well. */
    Uni<List<Row>> rows(String statement, Map<String, Object> parameters) {
        return http.postForm(
                        "/query",
                        Map.of(
                                "db",
                                settings.bucket(),
                                "epoch",
                                "ms",
                                "q",
                                statement,
                                "params",
                                new JsonObject(parameters).encode()))
                .map(InfluxQuery::rows);
    }

    private static List<Row> rows(JsonObject answer) {
        requireNoError(answer);
        List<Row> rows = new ArrayList<>();
        for (Object each : answer.getJsonArray("results", new JsonArray())) {
            JsonObject result = (JsonObject) each;
            requireNoError(result);
            result.getJsonArray("series", new JsonArray()).forEach(series -> addRows((JsonObject) series, rows));
        }
        return rows;
    }

    private static void addRows(JsonObject series, List<Row> rows) {
        JsonObject tags = series.getJsonObject("tags", new JsonObject());
        List<String> columns =
                series.getJsonArray("columns").stream().map(String::valueOf).toList();
        series.getJsonArray("values", new JsonArray())
                .forEach(values -> rows.add(new Row(tags, columns, (JsonArray) values)));
    }

    /** The token may not read, or there is no such bucket. */
    private static void requireNoError(JsonObject part) {
        String error = part.getString("error");
        if (error != null) {
            throw new InfluxRefusal(200, "InfluxDB answers: " + error.substring(0, Math.min(200, error.length())));
        }
    }
}
