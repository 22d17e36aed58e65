package io.cellmonitor.watch;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words that were never sealed. */
final class PlainWords implements WordOpener {

    @Override
    public @Nullable String name(UUID student, byte[] sealed) {
        return new String(sealed, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String teacherName(SealedWords sealed) {
        return helpMessage(sealed);
    }

    @Override
    public @Nullable String hintText(SealedWords sealed) {
        return helpMessage(sealed);
    }

    @Override
    public @Nullable String helpMessage(SealedWords sealed) {
        return sealed.words().length == 0 ? null : new String(sealed.words(), StandardCharsets.UTF_8);
    }
}
