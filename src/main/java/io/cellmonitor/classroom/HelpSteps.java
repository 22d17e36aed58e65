package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What events and time do to a student's asking for help, in log order: the fold and the table of help requests go by it alike. Of several
 * teachers the first in the log takes a request on.
 */
public final class HelpSteps {

    private final Duration silence;

    /** {@code silence}: how long a request with a heartbeat outlives it, and how long heartbeats of an ended one are ignored. */
    public HelpSteps(Duration silence) {
        this.silence = silence;
    }

    /** The request as it is at {@code now}: silence ends it, the same at whatever instant it is noticed. */
    public HelpRequest at(HelpRequest known, Instant now) {
        Instant lapses = known.lapsesAt(silence);
        return lapses == null || now.isBefore(lapses) ? known : known.lapsed();
    }

    /**
     * The student's latest request as the event leaves it; {@code known} itself when it changes nothing.
     *
     * @param known the latest one before, as it {@link #at is} when the event comes
     * @param event of any type, in time: late ones change nothing
     * @param asked what a new request would be: waiting, asked by this event
     */
    public @Nullable HelpRequest after(@Nullable HelpRequest known, LoggedEvent event, HelpRequest asked) {
        if (event.envelope().eventType().equals(EventTypes.HELP)) {
            return known != null && isHeartbeat(known, event) ? known.heardAgain(event.receivedAt()) : asked;
        }
        if (known == null) {
            return null;
        }
        return event.envelope().eventType().equals(EventTypes.HELP_STOP) ? stopped(known) : helped(known, event);
    }

    /** A request of these words and this place; what the event does not name is what the student has in hand. */
    public static HelpRequest asked(
            LoggedEvent event,
            @Nullable UUID notebook,
            @Nullable String notebookPath,
            @Nullable String cellId,
            @Nullable Integer cellIndex) {
        return new HelpRequest(
                event.id(),
                event.occurredAt(),
                HelpState.WAITING,
                false,
                event.receivedAt(),
                null,
                notebook,
                notebookPath,
                cellId,
                cellIndex);
    }

    private boolean isHeartbeat(HelpRequest known, LoggedEvent event) {
        boolean wasResolvedJustNow = known.state() == HelpState.RESOLVED
                && event.receivedAt().isBefore(known.lastHeard().plus(silence));
        return known.state().isOpen() || wasResolvedJustNow;
    }

    private static HelpRequest stopped(HelpRequest known) {
        return known.state().isOpen() ? known.in(HelpState.WITHDRAWN) : known.putAside();
    }

    private static HelpRequest helped(HelpRequest known, LoggedEvent event) {
        Envelope envelope = event.envelope();
        HelpReference reference = envelope.help();
        if (reference == null
                || reference.teacher() == null
                || !known.id().equals(reference.request())
                || !known.state().isOpen()) {
            return known;
        }
        HelpClaim claim = known.claim();
        HelpClaim theirs = new HelpClaim(reference.teacher(), null, event.receivedAt());
        boolean isTheirs = claim != null && claim.teacher().equals(reference.teacher());
        return switch (envelope.eventType()) {
            case EventTypes.HELP_CLAIMED -> claim == null ? known.in(HelpState.CLAIMED, theirs) : known;
            case EventTypes.HELP_ON_MY_WAY ->
                claim == null || isTheirs ? known.in(HelpState.ON_MY_WAY, isTheirs ? claim : theirs) : known;
            case EventTypes.HELP_RELEASED -> isTheirs ? known.in(HelpState.WAITING, null) : known;
            case EventTypes.HELP_RESOLVED -> known.in(HelpState.RESOLVED, isTheirs ? claim : theirs);
            default -> known;
        };
    }
}
