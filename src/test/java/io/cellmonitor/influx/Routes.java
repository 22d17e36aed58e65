package io.cellmonitor.influx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.cellmonitor.influx.Buckets.Bucket;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of 2.x that the application uses, on 1.6. */
final class Routes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORG_ID = "0000000000000001";

    private final Upstream upstream;
    private final Buckets buckets;
    private final String token;
    private final String limitedToken;
    private final String org;

    Routes(Upstream upstream, String token, String limitedToken, String org) {
        this.upstream = upstream;
        this.buckets = new Buckets(upstream);
        this.token = token;
        this.limitedToken = limitedToken;
        this.org = org;
    }

    Answer answer(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        Map<String, String> parameters = StandIn.form(query);
        try {
            if (path.equals("/health") || path.equals("/ping") || path.equals("/ready")) {
                return upstream.isUp() ? Answer.json(200, Map.of("status", "pass")) : unavailable();
            }
            String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!given.equals("Token " + token) && !given.equals("Token " + limitedToken)) {
                return RecordedAnswer.UNKNOWN_TOKEN.answer();
            }
            return switch (exchange.getRequestMethod() + " " + path) {
                case "POST /api/v2/write" -> write(parameters, body);
                case "POST /query", "GET /query" ->
                    query(query, exchange.getRequestHeaders().getFirst("Content-Type"), body);
                case "GET /api/v2/orgs" -> orgs(parameters.get("org"));
                case "GET /api/v2/buckets" -> bucket(parameters.getOrDefault("name", ""));
                case "POST /api/v2/buckets" ->
                    given.endsWith(limitedToken)
                            ? RecordedAnswer.TOKEN_WITHOUT_THE_RIGHT.answer()
                            : make(JSON.readTree(body));
                case "POST /api/v2/delete" -> delete(parameters.getOrDefault("bucket", ""), JSON.readTree(body));
                default ->
                    path.startsWith("/api/v2/buckets/")
                            ? remove(path)
                            : Answer.error(404, "not found", "path not found");
            };
        } catch (IOException away) {
            return unavailable();
        }
    }

    private Answer write(Map<String, String> parameters, byte[] body) throws IOException {
        String name = parameters.getOrDefault("bucket", "");
        if (!parameters.getOrDefault("org", "").equals(org)) {
            return orgs(parameters.get("org"));
        }
        if (buckets.find(name).isEmpty()) {
            return missing(name);
        }
        if (!LineProtocol.parses(body)) {
            return RecordedAnswer.LINE_THAT_DOES_NOT_PARSE.answer();
        }
        HttpResponse<byte[]> answer = upstream.write(name, body);
        if (answer.statusCode() == 204) {
            return Answer.empty(204);
        }
        String message = JSON.readTree(answer.body()).path("error").asText();
        if (message.contains("points beyond retention policy")) {
            return RecordedAnswer.POINT_BEYOND_RETENTION.answer();
        }
        if (message.startsWith("partial write")) {
            String prefix = "failure writing points to database: ";
            return Answer.error(422, "unprocessable entity", prefix + message);
        }
        return answer.statusCode() == 400
                ? Answer.error(400, "invalid", message)
                : Answer.error(500, "internal error", message);
    }

    private Answer query(String query, String contentType, byte[] body) throws IOException {
        String type = contentType == null ? "application/x-www-form-urlencoded" : contentType;
        HttpResponse<byte[]> answer = upstream.post("/query?" + query, type, body);
        return new Answer(answer.statusCode(), Map.of("Content-Type", "application/json"), answer.body());
    }

    private Answer orgs(String name) {
        return org.equals(name)
                ? Answer.json(200, Map.of("orgs", List.of(Map.of("id", ORG_ID, "name", org))))
                : Answer.error(404, "not found", "organization name \"" + name + "\" not found");
    }

    private Answer bucket(String name) throws IOException {
        Optional<Bucket> found = buckets.find(name);
        return found.isEmpty()
                ? missing(name)
                : Answer.json(200, Map.of("buckets", List.of(found.get().json(ORG_ID))));
    }

    private Answer make(JsonNode wanted) throws IOException {
        long retention = wanted.at("/retentionRules/0/everySeconds").asLong();
        if (retention > 0 && retention < 3600) {
            return Answer.error(422, "unprocessable entity", "retention policy duration must be at least 1h0m0s");
        }
        return Answer.json(
                201, buckets.make(wanted.path("name").asText(), retention).json(ORG_ID));
    }

    private Answer remove(String path) throws IOException {
        buckets.remove(path.substring(path.lastIndexOf('/') + 1));
        return Answer.empty(204);
    }

    /** Predicates of tags joined by AND are the same in InfluxQL but for the quotes. */
    private Answer delete(String name, JsonNode what) throws IOException {
        String predicate = what.path("predicate").asText("");
        String tags = predicate.replaceAll("\"([^\"]*)\"", "'$1'");
        String statement = "DELETE WHERE time >= '" + what.path("start").asText() + "' AND time <= '"
                + what.path("stop").asText() + "'" + (tags.isEmpty() ? "" : " AND " + tags);
        upstream.ask(name, statement);
        return Answer.empty(204);
    }

    private static Answer missing(String bucket) {
        return Answer.error(404, "not found", "bucket \"" + bucket + "\" not found");
    }

    private static Answer unavailable() {
        return Answer.error(503, "unavailable", "service unavailable");
    }
}
