package io.cellmonitor.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The errors that the HTTP interface answers with (RFC 9457), to be thrown from anywhere at the rim. A detail is for people and never holds
 * a student's words.
 */
public final class Problem {

    private Problem() {}

    /** 400: the request cannot be read. */
    public static HttpProblem badRequest(String detail) {
        return of(400, "Bad Request", detail).build();
    }

    /** 400: {@code field} of the request cannot be read; it would have to be {@code limit}. */
    public static HttpProblem badRequest(String field, String detail, String limit) {
        return of(400, "Bad Request", detail)
                .with("field", field)
                .with("limit", limit)
                .build();
    }

    /** 401: no credential, or a wrong one; never says which part is wrong. */
    public static HttpProblem unauthorized(String detail) {
        return of(401, "Unauthorized", detail).build();
    }

    /** 403: the caller may not. */
    public static HttpProblem forbidden(String detail) {
        return of(403, "Forbidden", detail).build();
    }

    /** 404: there is no such thing. */
    public static HttpProblem notFound(String detail) {
        return of(404, "Not Found", detail).build();
    }

    /** 409: {@code field} clashes with what is there. */
    public static HttpProblem conflict(String field, String detail) {
        return of(409, "Conflict", detail).with("field", field).build();
    }

    /** 422: {@code field} breaks {@code limit}. */
    public static HttpProblem invalid(String field, String detail, @Nullable String limit) {
        HttpProblem.Builder problem = of(422, "Unprocessable Content", detail).with("field", field);
        return limit == null ? problem.build() : problem.with("limit", limit).build();
    }

    /** 429: too many; try again after {@code retryAfter} (answered in whole seconds, at least one). */
    public static HttpProblem tooManyRequests(String detail, Duration retryAfter) {
        return retryLater(429, "Too Many Requests", detail, retryAfter);
    }

    /** 503: not now; try again after {@code retryAfter} (answered in whole seconds, at least one). */
    public static HttpProblem unavailable(String detail, Duration retryAfter) {
        return retryLater(503, "Service Unavailable", detail, retryAfter);
    }

    private static HttpProblem retryLater(int status, String title, String detail, Duration retryAfter) {
        return of(status, title, detail)
                .withHeader("Retry-After", Math.max(1, retryAfter.toSeconds()))
                .build();
    }

    private static HttpProblem.Builder of(int status, String title, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
    }
}
