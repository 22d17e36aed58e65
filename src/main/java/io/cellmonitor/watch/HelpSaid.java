package io.cellmonitor.watch;

import io.cellmonitor.classroom.Classroom;
import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.Hint;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was said in asking for help and in helping, sealed until somebody may read it. For one thread at a time. */
final class HelpSaid {

    private final WordOpener opener;
    private final Map<String, SealedWords> requests = new HashMap<>();
    private final Map<UUID, SealedWords> hints = new HashMap<>();
    /** An event of each teacher who helped: their name is in it. */
    private final Map<UUID, SealedWords> teachers = new HashMap<>();

    private final Map<UUID, String> teacherNames = new HashMap<>();

    HelpSaid(WordOpener opener) {
        this.opener = opener;
    }

    void learn(Saved saved) {
        requests.putAll(saved.requests());
        hints.putAll(saved.hints());
        teachers.putAll(saved.teachers());
    }

    void learn(LoggedEvent event) {
        Envelope envelope = event.envelope();
        HelpReference reference = envelope.help();
        if (envelope.eventType().equals(EventTypes.HELP)) {
            requests.put(event.id().toString(), SealedWords.of(event));
        } else if (reference != null && reference.teacher() != null) {
            teachers.putIfAbsent(reference.teacher(), SealedWords.of(event));
            if (reference.hint() != null) {
                hints.put(reference.hint(), SealedWords.of(event));
            }
        }
    }

    HelpView join(HelpView request) {
        SealedWords sealed = requests.get(request.request());
        HelpClaim claim = request.claim();
        return request.withWords(
                sealed == null ? null : opener.helpMessage(sealed), claim == null ? null : name(claim.teacher()));
    }

    HintView join(Hint hint) {
        SealedWords sealed = hints.get(hint.id());
        return new HintView(
                hint.id(),
                hint.at(),
                sealed == null ? null : opener.hintText(sealed),
                hint.notebook(),
                hint.notebookPath(),
                hint.cellId(),
                name(hint.teacher()));
    }

    private @Nullable String name(UUID teacher) {
        SealedWords sealed = teachers.get(teacher);
        return sealed == null ? null : teacherNames.computeIfAbsent(teacher, id -> opener.teacherName(sealed));
    }

    /** What is to be saved; what nobody will ask for any more, heartbeats and what has ended, is forgotten. */
    Saved saved(Classroom classroom) {
        requests.keySet()
                .retainAll(classroom.picture().help().stream()
                        .map(HelpView::request)
                        .collect(Collectors.toSet()));
        hints.keySet().retainAll(classroom.unseenHints());
        return new Saved(Map.copyOf(requests), Map.copyOf(hints), Map.copyOf(teachers));
    }

    /**
     * The sealed words that are saved with a fold.
     *
     * @param requests by the request's stream id
     * @param hints by the hint
     * @param teachers by the teacher
     */
    record Saved(Map<String, SealedWords> requests, Map<UUID, SealedWords> hints, Map<UUID, SealedWords> teachers) {}
}
