package io.cellmonitor.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a help request is.
 *
 * @param state as frames spell it
 * @param teacherId who took it on, or helped
 * @param teacher their name
 */
public record HelpAnswer(
        @JsonProperty("request_id") String requestId,
        UUID student,
        String state,
        @JsonProperty("teacher_id") @Nullable UUID teacherId,
        @Nullable String teacher) {

    static HelpAnswer of(HelpView request) {
        HelpClaim claim = request.claim();
        return new HelpAnswer(
                request.request(),
                request.student(),
                request.state(),
                claim == null ? null : claim.teacher(),
                claim == null ? null : claim.name());
    }
}
