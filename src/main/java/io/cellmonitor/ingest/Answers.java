package io.cellmonitor.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.event.Rejection;
import io.cellmonitor.ingest.Intake.RejectedEvent;
import io.cellmonitor.ingest.Intake.Taken;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What senders are answered. */
final class Answers {

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            403, "Forbidden",
            413, "Content Too Large",
            415, "Unsupported Media Type",
            422, "Unprocessable Content");

    /** To one object. */
    @RegisterForReflection
    record ReceivedOne(
            String status, @JsonProperty("event_id") String eventId) {}

    /** To an array. */
    @RegisterForReflection
    record ReceivedMany(
            String status,
            int accepted,
            @JsonProperty("event_ids") List<String> eventIds,
            List<NotTaken> rejected) {}

    /** Why one of an array is not taken. */
    @RegisterForReflection
    record NotTaken(int index, String reason) {}

    private Answers() {}

    /** 202: the work goes on after the answer. */
    static Response received(Taken taken) {
        List<String> ids = taken.events().stream()
                .map(each -> String.valueOf(each.event().eventId()))
                .toList();
        Object answer = taken.single()
                ? new ReceivedOne("received", ids.getFirst())
                : new ReceivedMany("received", ids.size(), ids, notTaken(taken.rejected()));
        // Said here, for no Accept header is worth a student's run.
        return Response.accepted(answer).type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    static HttpProblem refused(Intake.Refused refused) {
        HttpProblem.Builder problem = problem(refused.status(), refused.rejection());
        return refused.rejected().isEmpty()
                ? problem.build()
                : problem.with("rejected", notTaken(refused.rejected())).build();
    }

    static HttpProblem refused(RequestBody.Unread unread) {
        return problem(unread.status(), unread.rejection()).build();
    }

    /** 503: not now; a sender sends again after that time, with the same event ids. */
    static HttpProblem later(String detail, Duration retryAfter) {
        return HttpProblem.builder()
                .withStatus(503)
                .withTitle("Service Unavailable")
                .withDetail(detail)
                .withHeader("Retry-After", Math.max(1, retryAfter.toSeconds()))
                .build();
    }

    private static HttpProblem.Builder problem(int status, Rejection rejection) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(TITLES.get(status))
                .withDetail(rejection.reason())
                .with("field", rejection.field())
                .with("limit", rejection.limit());
    }

    private static List<NotTaken> notTaken(List<RejectedEvent> rejected) {
        return rejected.stream()
                .map(each -> new NotTaken(each.index(), each.rejection().reason()))
                .toList();
    }
}
