package io.cellmonitor.seal;

import java.util.UUID;

/** Seals the words of events ({@code learning_events.sealed}), each bound to its student and event id. Safe from any thread. */
public final class EventSealer {

    private final Sealer sealer;

    /** With the application's keys. */
    public EventSealer(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Seals an event's JSON. */
    public byte[] seal(UUID student, String eventId, byte[] words) {
        return sealer.seal(words, place(student, eventId));
    }

    /** Opens what {@link #seal} made for the same student and event; throws {@link NotSealedHere} for anything else. */
    public byte[] open(UUID student, String eventId, byte[] sealed) {
        return sealer.open(sealed, place(student, eventId));
    }

    private static String place(UUID student, String eventId) {
        return "learning_events.sealed/" + student + "/" + eventId;
    }
}
