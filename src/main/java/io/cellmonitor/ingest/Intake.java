package io.cellmonitor.ingest;

import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.Rejection;
import io.cellmonitor.event.StudentClaim;
import java.util.List;
import java.util.UUID;

/** What is to become of a request: taken, at least in part, or refused whole. */
sealed interface Intake {

    /**
     * At least one event is good.
     *
     * @param single whether the body was one object and no array
     */
    record Taken(boolean single, List<TakenEvent> events, List<RejectedEvent> rejected) implements Intake {}

    /** Nothing is taken. {@code rejected} says why of each event, where that was looked at. */
    record Refused(int status, Rejection rejection, List<RejectedEvent> rejected) implements Intake {}

    /**
     * An event with its id, of a class that the credential covers, of somebody.
     *
     * @param student as the event claims; of a student's token as {@link TokenClaim} says
     */
    record TakenEvent(LearningEvent event, UUID classId, StudentClaim student) {}

    /** An event of an array that is not taken. */
    record RejectedEvent(int index, Rejection rejection) {}
}
