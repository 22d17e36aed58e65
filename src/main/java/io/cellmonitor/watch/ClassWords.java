package io.cellmonitor.watch;

import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.Picture;
import io.cellmonitor.event.LoggedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that belong to a fold, sealed until a frame shows them; a name is opened once. For one thread at a time. */
final class ClassWords {

    private final WordOpener opener;
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<String, SealedWords> help = new HashMap<>();

    ClassWords(WordOpener opener) {
        this.opener = opener;
    }

    void learnNames(Map<UUID, byte[]> sealed) {
        sealed.forEach(this::learnName);
    }

    void learnHelp(Map<String, SealedWords> saved) {
        help.putAll(saved);
    }

    /** A student keeps the first name seen. */
    void learn(LoggedEvent event) {
        UUID student = event.envelope().student();
        if (!names.containsKey(student)) {
            learnName(student, event.sealedName());
        }
        if (event.envelope().eventType().equals("help")) {
            help.put(event.id().toString(), SealedWords.of(event));
        }
    }

    private void learnName(UUID student, byte[] sealed) {
        String name = sealed.length == 0 ? null : opener.name(student, sealed);
        if (name != null) {
            names.put(student, name);
        }
    }

    Picture join(Picture picture) {
        return new Picture(
                picture.students().stream()
                        .map(student -> student.withName(names.get(student.student())))
                        .toList(),
                picture.cells(),
                picture.help().stream().map(request -> request.withMessage(message(request))).toList());
    }

    private @Nullable String message(HelpView request) {
        SealedWords sealed = help.get(request.request());
        return sealed == null ? null : opener.helpMessage(sealed);
    }

    /** Forgets the words of all but these requests: heartbeats, and what waits no longer. */
    void keepHelp(Collection<HelpView> waiting) {
        help.keySet().retainAll(waiting.stream().map(HelpView::request).collect(Collectors.toSet()));
    }

    Map<String, SealedWords> savedHelp() {
        return Map.copyOf(help);
    }
}
