package io.cellmonitor.event;

import org.jspecify.annotations.Nullable;

/** Drops what an event claims about who it is of, where the credential says that (promise 8). */
public final class DroppedClaims {

    private DroppedClaims() {}

    /** The event without e-mail address, user id, user name and team name; those that were there are named in {@code metadata._dropped}. */
    public static LearningEvent of(LearningEvent event) {
        Mending mending = new Mending();
        note(mending, "emailAddress", event.emailAddress());
        note(mending, "userId", event.userId());
        note(mending, "userName", event.userName());
        note(mending, "teamName", event.teamName());
        return event.withoutClaims(mending.notedIn(event.metadata()));
    }

    private static void note(Mending mending, String field, @Nullable String claim) {
        if (claim != null) {
            mending.drop(field);
        }
    }
}
