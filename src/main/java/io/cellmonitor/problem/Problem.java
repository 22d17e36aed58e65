package io.cellmonitor.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors that the HTTP interface answers with (RFC 9457): thrown from anywhere at the rim, or given to {@link ProblemResponse} where
 * nothing thrown is caught. A detail is for people and never holds a student's words.
 */
public final class Problem {

    static final URI UNTYPED = URI.create("about:blank");

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private Problem() {}

    /** Of any status, with nothing else said. */
    public static HttpProblem of(int status, String detail) {
        return builder(status, detail).build();
    }

    /** Of any status: {@code field} of the request (a member, parameter or header) breaks {@code limit}. */
    public static HttpProblem of(int status, String field, String detail, String limit) {
        return builder(status, detail).with("field", field).with("limit", limit).build();
    }

    /** 400: {@code field} of the request cannot be read; it would have to be {@code limit}. */
    public static HttpProblem badRequest(String field, String detail, String limit) {
        return of(400, field, detail, limit);
    }

    /** 401: no credential, or a wrong one; never says which part is wrong. */
    public static HttpProblem unauthorized(String detail) {
        return of(401, "Authorization", detail, "the cookie of a sign-in, or Bearer and an API key");
    }

    /** 403: the caller may not. */
    public static HttpProblem forbidden(String detail) {
        return of(403, detail);
    }

    /** 403: {@code field} of the request tells that it comes from where it may not; {@code limit} tells from where it might. */
    public static HttpProblem forbidden(String field, String detail, String limit) {
        return of(403, field, detail, limit);
    }

    /** 404: there is no such thing. */
    public static HttpProblem notFound(String detail) {
        return of(404, detail);
    }

    /** 409: {@code field} clashes with what is there. */
    public static HttpProblem conflict(String field, String detail) {
        return builder(409, detail).with("field", field).build();
    }

    /** 422: {@code field} breaks {@code limit}. */
    public static HttpProblem invalid(String field, String detail, String limit) {
        return of(422, field, detail, limit);
    }

    /** 429: more than {@code limit}; try again after {@code retryAfter} (answered in whole seconds, at least one). */
    public static HttpProblem tooManyRequests(String field, String detail, String limit, Duration retryAfter) {
        return later(429, field, detail, limit, retryAfter);
    }

    /** 503: not now; try again after {@code retryAfter} (answered in whole seconds, at least one). */
    public static HttpProblem unavailable(String detail, Duration retryAfter) {
        return retried(builder(503, detail), retryAfter).build();
    }

    /** 503 for callers who would take a 429 for success: more than {@code limit}; try again after {@code retryAfter}. */
    public static HttpProblem unavailable(String field, String detail, String limit, Duration retryAfter) {
        return later(503, field, detail, limit, retryAfter);
    }

    /** The same with one more member. */
    public static HttpProblem with(HttpProblem problem, String member, Object value) {
        return HttpProblem.builder(problem).with(member, value).build();
    }

    private static HttpProblem later(int status, String field, String detail, String limit, Duration retryAfter) {
        return retried(builder(status, detail).with("field", field).with("limit", limit), retryAfter)
                .build();
    }

    private static HttpProblem.Builder retried(HttpProblem.Builder problem, Duration retryAfter) {
        return problem.withHeader("Retry-After", wholeSeconds(retryAfter));
    }

    /** Rounded up: who comes at that second finds what was waited for. */
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static HttpProblem.Builder builder(int status, String detail) {
        @Nullable String title = TITLES.get(status);
        return HttpProblem.builder()
                .withType(UNTYPED)
                .withStatus(status)
                .withTitle(title == null ? "Refused" : title)
                .withDetail(detail);
    }
}
