package io.cellmonitor.watch;

import io.cellmonitor.classroom.Picture;
import io.cellmonitor.event.LoggedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words that belong to a fold, sealed until a frame shows them; a name is opened once. For one thread at a time. */
final class ClassWords {

    private final WordOpener opener;
    private final Map<UUID, String> names = new HashMap<>();
    private final HelpSaid help;

    ClassWords(WordOpener opener) {
        this.opener = opener;
        this.help = new HelpSaid(opener);
    }

    void learnNames(Map<UUID, byte[]> sealed) {
        sealed.forEach(this::learnName);
    }

    HelpSaid help() {
        return help;
    }

    /** A student keeps the first name seen. */
    void learn(LoggedEvent event) {
        UUID student = event.envelope().student();
        if (!names.containsKey(student)) {
            learnName(student, event.sealedName());
        }
        help.learn(event);
    }

    private void learnName(UUID student, byte[] sealed) {
        String name = sealed.length == 0 ? null : opener.name(student, sealed);
        if (name != null) {
            names.put(student, name);
        }
    }

    /** Null for who is not known by name. */
    @Nullable
    String name(UUID student) {
        return names.get(student);
    }

    Picture join(Picture picture) {
        return new Picture(
                picture.students().stream()
                        .map(student -> student.withName(names.get(student.student())))
                        .toList(),
                picture.cells(),
                picture.help().stream().map(help::join).toList(),
                picture.clusters(),
                picture.notebooks());
    }
}
