package io.cellmonitor.ingest;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.Sender;
import io.cellmonitor.event.ClassRule;
import io.cellmonitor.event.Rejection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The class of an event by its sender's credential: the only one that it covers, or the one named of several. */
record SenderClassRule(Sender sender, ClassDirectory classes) implements ClassRule {

    private static final Rejection MISSING =
            new Rejection("classId", "classId is missing", "a class that the credential covers");
    private static final Rejection NOT_COVERED =
            new Rejection("classId", "classId is not covered by the credential", "a class that the credential covers");

    @Override
    public Choice choose(@Nullable String classId) {
        if (classId == null || sender.openDoor()) {
            return sender.classes().size() == 1
                    ? covered(sender.classes().iterator().next())
                    : new Refused(MISSING);
        }
        UUID named = uuid(classId);
        return named != null && sender.classes().contains(named) ? covered(named) : new Refused(NOT_COVERED);
    }

    private Choice covered(UUID id) {
        return classes.find(id).map(found -> new Covered(id, found.zone())).orElseThrow(ClassesNotLoaded::new);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
