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
        try {
            JsonNode event = json.readTree(words.open(sealed.student(), sealed.eventId(), sealed.words()));
            JsonNode message = event.path("metadata").path("message");
            return message.isTextual() ? message.textValue() : null;
        } catch (NotSealedHere | IOException e) {
            LOGGER.debugf("the help message of %s cannot be opened", sealed.student());
            return null;
        }
    }
}
