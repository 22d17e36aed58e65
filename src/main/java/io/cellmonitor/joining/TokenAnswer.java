package io.cellmonitor.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token and whose it is.
 *
 * @param expiresIn in seconds
 * @param deviceSecret only when newly given; it is never shown again
 * @param consentRequired whether the class wants the student to agree before anything is sent
 */
@Schema(name = "StudentToken")
public record TokenAnswer(
        String token,
        @JsonProperty("expires_in") long expiresIn,

        @JsonProperty("device_secret") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String deviceSecret,

        TokenStudent student,
        @JsonProperty("class") TokenClass monitored,
        @JsonProperty("consent_required") boolean consentRequired) {

    /**
     * The student.
     *
     * @param displayName as teachers see it; null when none is known
     * @param verified whether more than a name was given: a roster, a hub, a key or a teacher vouches
     */
    @Schema(name = "TokenStudent")
    public record TokenStudent(
            UUID id, @JsonProperty("display_name") @Nullable String displayName, boolean verified) {

        @Override
        public String toString() {
            return "TokenStudent[" + id + "]";
        }
    }

    /** The class. */
    @Schema(name = "TokenClass")
    public record TokenClass(UUID id, String name) {}

    @Override
    public String toString() {
        return "TokenAnswer[" + student + "]";
    }
}
