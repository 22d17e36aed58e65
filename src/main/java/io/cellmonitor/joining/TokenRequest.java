package io.cellmonitor.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.StorableText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a token is asked for with; which members are looked at hangs on the grant.
 *
 * @param grant {@code join_code}, {@code device_secret}, {@code jupyterhub}, {@code key} or {@code open_door}
 * @param hub the name of a configured JupyterHub; needed where there are several
 * @param classId needed where the credential or the hub covers several
 */
public record TokenRequest(
        @NotBlank @Size(max = 20) String grant,
        @JsonProperty("join_code") @Nullable String joinCode,
        @JsonProperty("student_number") @Nullable String studentNumber,
        @Nullable @Size(max = 100) @StorableText String name,
        @JsonProperty("device_secret") @Nullable String deviceSecret,
        @Nullable @Size(max = 100) String hub,
        @JsonProperty("hub_token") @Nullable String hubToken,
        @Nullable @Size(max = 254) @StorableText String emailAddress,
        @Nullable @Size(max = 100) @StorableText String userId,
        @Nullable @Size(max = 100) @StorableText String userName,
        @Nullable @Size(max = 36) String classId) {

    private static final Pattern STORABLE = Pattern.compile("[^\\x00\\p{Cs}]*");
    private static final int MOST = 100;
    private static final int LONGEST_TOKEN = 4096;

    /** What Bean Validation would name by another name than the sender's; throws a 422 problem. */
    void check() {
        check("join_code", joinCode, MOST);
        check("student_number", studentNumber, MOST);
        check("device_secret", deviceSecret, MOST);
        check("hub_token", hubToken, LONGEST_TOKEN);
    }

    private static void check(String field, @Nullable String text, int most) {
        if (text != null && (text.length() > most || !STORABLE.matcher(text).matches())) {
            throw Problem.invalid(
                    field, field + " is too long or cannot be kept.", "at most " + most + " characters, no U+0000");
        }
    }

    @Override
    public String toString() {
        return "TokenRequest[...]";
    }
}
