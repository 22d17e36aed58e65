package io.cellmonitor.ingest;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.Sender;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.Decoding.Accepted;
import io.cellmonitor.event.Decoding.Decoded;
import io.cellmonitor.event.Decoding.Item;
import io.cellmonitor.event.Decoding.NotJson;
import io.cellmonitor.event.Decoding.Rejected;
import io.cellmonitor.event.Decoding.TooMany;
import io.cellmonitor.event.DroppedClaims;
import io.cellmonitor.event.EventDecoder;
import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.Rejection;
import io.cellmonitor.event.StudentClaim;
import io.cellmonitor.ingest.Intake.RejectedEvent;
import io.cellmonitor.ingest.Intake.TakenEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what of a body is taken, for a sender: decodes it and applies the rules of class and student. Safe from any thread. */
final class EventIntake {

    private static final Rejection NOT_JSON = new Rejection("body", "the body is not JSON", "application/json, UTF-8");
    private static final Rejection EMPTY = new Rejection("body", "the array is empty", "1 to 500 events");
    private static final Rejection UNTRUSTED =
            new Rejection("Authorization", "the credential may not say who a student is", "a trusted key");
    private static final Rejection NO_STUDENT = new Rejection(
            "userName", "emailAddress, userId or userName is missing", "one of emailAddress, userId, userName");

    private final ClassDirectory classes;
    private final InstantSource clock;

    EventIntake(ClassDirectory classes, InstantSource clock) {
        this.classes = classes;
        this.clock = clock;
    }

    /** Throws {@link ClassesNotLoaded} when a class of the sender is not known yet. */
    Intake take(byte[] body, Sender sender) {
        if (!sender.trusted() && sender.student() == null) {
            return refused(403, UNTRUSTED);
        }
        return switch (EventDecoder.decode(body, new SenderClassRule(sender, classes), clock.instant())) {
            case NotJson notJson -> refused(400, NOT_JSON);
            case TooMany tooMany ->
                refused(413, new Rejection("body", "too many events in one request", tooMany.limit() + " events"));
            case Decoded decoded -> sorted(decoded, sender.student());
        };
    }

    private static Intake sorted(Decoded decoded, @Nullable StudentSubject subject) {
        List<TakenEvent> taken = new ArrayList<>();
        List<RejectedEvent> rejected = new ArrayList<>();
        for (Item item : decoded.items()) {
            switch (item) {
                case Rejected bad -> rejected.add(new RejectedEvent(bad.index(), bad.rejection()));
                case Accepted good ->
                    student(good, subject)
                            .ifPresentOrElse(
                                    taken::add, () -> rejected.add(new RejectedEvent(good.index(), NO_STUDENT)));
            }
        }
        if (!taken.isEmpty()) {
            return new Intake.Taken(decoded.single(), taken, rejected);
        }
        return rejected.isEmpty()
                ? refused(422, EMPTY)
                : new Intake.Refused(422, rejected.getFirst().rejection(), decoded.single() ? List.of() : rejected);
    }

    /** Of whom it is: as the credential says, else as the event claims. */
    private static Optional<TakenEvent> student(Accepted good, @Nullable StudentSubject subject) {
        if (subject != null) {
            LearningEvent event = EventIds.withId(DroppedClaims.of(good.event()));
            return Optional.of(new TakenEvent(event, good.classId(), TokenClaim.of(subject)));
        }
        return StudentClaim.of(good.event())
                .map(student -> new TakenEvent(EventIds.withId(good.event()), good.classId(), student));
    }

    private static Intake refused(int status, Rejection rejection) {
        return new Intake.Refused(status, rejection, List.of());
    }
}
