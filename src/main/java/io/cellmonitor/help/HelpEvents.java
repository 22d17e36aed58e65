package io.cellmonitor.help;

import io.cellmonitor.access.SignedIn;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.watch.HelpWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the events of our own routes, ready for the log: words and names are sealed (promise 11). Safe from any thread. */
@ApplicationScoped
class HelpEvents {

    private static final byte[] NAME_IS_KNOWN = {};

    private final EventSealer sealer;

    HelpEvents(EventSealer sealer) {
        this.sealer = sealer;
    }

    /** What a teacher does for a student; {@code words} are beside the teacher's name in the sealed part. */
    UnloggedEvent ofTeacher(
            String type,
            UUID classId,
            UUID student,
            SignedIn teacher,
            HelpReference reference,
            NotebookPlace place,
            Map<String, Object> words) {
        Map<String, @Nullable Object> metadata = new HashMap<>(words);
        metadata.put(HelpWords.TEACHER_NAME, teacher.displayName());
        Said said = new Said(UUID.randomUUID().toString(), type, place, metadata);
        return new UnloggedEvent(envelope(classId, student, "", said, reference), sealed(student, said), NAME_IS_KNOWN);
    }

    /** What a student asks. */
    UnloggedEvent ofStudent(
            String type, StudentSubject student, NotebookPlace place, Map<String, @Nullable Object> metadata) {
        Said said = new Said(UUID.randomUUID().toString(), type, place, metadata);
        UUID id = student.principal().studentId();
        return new UnloggedEvent(
                envelope(student.classId(), id, student.username(), said, null),
                sealed(id, said),
                student.sealedName());
    }

    private record Said(String eventId, String type, NotebookPlace place, Map<String, @Nullable Object> metadata) {}

    private byte[] sealed(UUID student, Said said) {
        LearningEvent event = LearningEvent.said(
                said.eventId(), said.type(), said.place().path(), said.place().cellId(), said.metadata());
        return sealer.seal(student, said.eventId(), LearningEventJson.toBytes(event));
    }

    private static Envelope envelope(
            UUID classId, UUID student, String username, Said said, @Nullable HelpReference reference) {
        NotebookPlace place = said.place();
        return Envelope.said(
                classId,
                student,
                username,
                said.eventId(),
                said.type(),
                place.notebook(),
                place.sharedPath(),
                place.cellId(),
                reference);
    }
}
