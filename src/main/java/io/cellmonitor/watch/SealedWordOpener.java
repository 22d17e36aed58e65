package io.cellmonitor.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.NotSealedHere;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens words with the application's keys. Words of other keys are no reason to show no class: they stay unknown. */
@ApplicationScoped
class SealedWordOpener implements WordOpener {

    private static final Logger LOGGER = Logger.getLogger(SealedWordOpener.class);

    private final Names names;
    private final EventSealer words;
    private final ObjectMapper json;

    SealedWordOpener(Names names, EventSealer words, ObjectMapper json) {
        this.names = names;
        this.words = words;
        this.json = json;
    }

    @Override
    public @Nullable String name(UUID student, byte[] sealed) {
        try {
            return names.open(student, sealed);
        } catch (NotSealedHere e) {
            LOGGER.debugf("the name of %s cannot be opened", student);
            return null;
        }
    }

    @Override
    public @Nullable String helpMessage(SealedWords sealed) {
        return member(sealed, "message");
    }

    @Override
    public @Nullable String teacherName(SealedWords sealed) {
        return member(sealed, HelpWords.TEACHER_NAME);
    }

    @Override
    public @Nullable String hintText(SealedWords sealed) {
        return member(sealed, HelpWords.HINT_TEXT);
    }

    private @Nullable String member(SealedWords sealed, String name) {
        try {
            JsonNode event = json.readTree(words.open(sealed.student(), sealed.eventId(), sealed.words()));
            JsonNode text = event.path("metadata").path(name);
            return text.isTextual() ? text.textValue() : null;
        } catch (NotSealedHere | IOException e) {
            LOGGER.debugf("the words of an event of %s cannot be opened", sealed.student());
            return null;
        }
    }
}
