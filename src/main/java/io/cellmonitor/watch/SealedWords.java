package io.cellmonitor.watch;

import io.cellmonitor.event.LoggedEvent;
import java.util.UUID;

/** The sealed words of one event, with what they are bound to. */
record SealedWords(UUID student, String eventId, byte[] words) {

    static SealedWords of(LoggedEvent event) {
        return new SealedWords(event.envelope().student(), event.envelope().eventId(), event.sealed());
    }
}
