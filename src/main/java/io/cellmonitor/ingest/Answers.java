package io.cellmonitor.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.event.Rejection;
import io.cellmonitor.ingest.Intake.RejectedEvent;
import io.cellmonitor.ingest.Intake.Taken;
import io.cellmonitor.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What senders are answered: what was taken, and what was not as a {@link Problem}. */
final class Answers {

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
        // Said here, for no Accept header is worth a student's run.
        return Response.accepted(content(taken))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** What is answered, to be written as JSON. */
    static Object content(Taken taken) {
        List<String> ids = taken.events().stream()
                .map(each -> String.valueOf(each.event().eventId()))
                .toList();
        return taken.single()
                ? new ReceivedOne("received", ids.getFirst())
                : new ReceivedMany("received", ids.size(), ids, notTaken(taken.rejected()));
    }

    static HttpProblem refused(Intake.Refused refused) {
        HttpProblem problem = problem(refused.status(), refused.rejection());
        return refused.rejected().isEmpty() ? problem : Problem.with(problem, "rejected", notTaken(refused.rejected()));
    }

    static HttpProblem refused(RequestBody.Unread unread) {
        return problem(unread.status(), unread.rejection());
    }

    private static HttpProblem problem(int status, Rejection rejection) {
        return Problem.of(status, rejection.field(), rejection.reason(), rejection.limit());
    }

    private static List<NotTaken> notTaken(List<RejectedEvent> rejected) {
        return rejected.stream()
                .map(each -> new NotTaken(each.index(), each.rejection().reason()))
                .toList();
    }
}
