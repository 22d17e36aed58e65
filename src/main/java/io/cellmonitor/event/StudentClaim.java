package io.cellmonitor.event;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who an event says its student is: emailAddress (trimmed, lower case), else userId, else userName. Believed only from a sender that may
 * speak for others (promise 8), and only within its realm.
 *
 * @param kind the field it was taken from: the user id {@code 7} is nobody else's user name {@code 7}
 */
public record StudentClaim(String kind, String value) {

    /** The claim of the event, if it makes one. */
    public static Optional<StudentClaim> of(LearningEvent event) {
        return of(event.emailAddress(), event.userId(), event.userName());
    }

    /** The claim that these make, the first that is not blank; empty when all are. */
    public static Optional<StudentClaim> of(
            @Nullable String emailAddress, @Nullable String userId, @Nullable String userName) {
        if (emailAddress != null && !emailAddress.isBlank()) {
            return Optional.of(
                    new StudentClaim("emailAddress", emailAddress.strip().toLowerCase(Locale.ROOT)));
        }
        if (userId != null && !userId.isBlank()) {
            return Optional.of(new StudentClaim("userId", userId));
        }
        if (userName != null && !userName.isBlank()) {
            return Optional.of(new StudentClaim("userName", userName));
        }
        return Optional.empty();
    }
}
