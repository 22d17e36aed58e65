package io.cellmonitor.event;

import java.util.Locale;
import java.util.Optional;

/**
 * Who an event says its student is: emailAddress (trimmed, lower case), else userId, else userName. Believed only from a sender that may
 * speak for others (promise 8), and only within its realm.
 *
 * @param kind the field it was taken from: the user id {@code 7} is nobody else's user name {@code 7}
 */
public record StudentClaim(String kind, String value) {

    /** The claim of the event, if it makes one. */
    public static Optional<StudentClaim> of(LearningEvent event) {
        if (event.emailAddress() != null && !event.emailAddress().isBlank()) {
            return Optional.of(new StudentClaim(
                    "emailAddress", event.emailAddress().strip().toLowerCase(Locale.ROOT)));
        }
        if (event.userId() != null && !event.userId().isBlank()) {
            return Optional.of(new StudentClaim("userId", event.userId()));
        }
        if (event.userName() != null && !event.userName().isBlank()) {
            return Optional.of(new StudentClaim("userName", event.userName()));
        }
        return Optional.empty();
    }
}
