package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest hints that a student was sent today and has not seen. Bounded; all are in PostgreSQL. */
final class UnseenHints {

    static final int MOST = 10;

    private final Deque<Hint> hints;

    UnseenHints(List<Hint> saved) {
        hints = new ArrayDeque<>(saved);
    }

    void sent(LoggedEvent event) {
        Envelope envelope = event.envelope();
        HelpReference reference = envelope.help();
        if (reference == null || reference.hint() == null || reference.teacher() == null) {
            return;
        }
        hints.addLast(new Hint(
                reference.hint(),
                event.id(),
                reference.teacher(),
                envelope.notebookId(),
                envelope.notebookPath(),
                envelope.cellId()));
        if (hints.size() > MOST) {
            hints.removeFirst();
        }
    }

    void seen(LoggedEvent event) {
        HelpReference reference = event.envelope().help();
        if (reference != null) {
            hints.removeIf(hint -> hint.id().equals(reference.hint()));
        }
    }

    List<Hint> all() {
        return List.copyOf(hints);
    }
}
