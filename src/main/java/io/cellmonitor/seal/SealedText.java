package io.cellmonitor.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Seals a text for a column of text, bound to its table, column and row. Safe from any thread. */
public final class SealedText {

    private final Sealer sealer;

    /** With the application's keys. */
    public SealedText(Sealer sealer) {
        this.sealer = sealer;
    }

    /** In base64; null for null. */
    public @Nullable String seal(@Nullable String text, String place) {
        return text == null
                ? null
                : Base64.getEncoder().encodeToString(sealer.seal(text.getBytes(StandardCharsets.UTF_8), place));
    }

    /** Opens what {@link #seal} made for this place; null for null. Throws {@link NotSealedHere} for anything else. */
    public @Nullable String open(@Nullable String sealed, String place) {
        return sealed == null
                ? null
                : new String(sealer.open(Base64.getDecoder().decode(sealed), place), StandardCharsets.UTF_8);
    }
}
