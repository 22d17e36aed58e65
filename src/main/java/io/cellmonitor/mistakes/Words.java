package io.cellmonitor.mistakes;

import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.NotSealedHere;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Opens what a student wrote, for somebody who may read it. */
@ApplicationScoped
class Words {

    private final EventSealer sealer;

    Words(EventSealer sealer) {
        this.sealer = sealer;
    }

    /** Null for what today's keys cannot open. */
    @Nullable
    LearningEvent of(LoggedEvent event) {
        try {
            return LearningEventJson.fromBytes(
                    sealer.open(event.envelope().student(), event.envelope().eventId(), event.sealed()));
        } catch (NotSealedHere unreadable) {
            return null;
        }
    }
}
