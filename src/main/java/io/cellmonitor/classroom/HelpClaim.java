package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who took a help request on, or helped.
 *
 * @param teacher the account's row in {@code users}
 * @param name the teacher's; null here, joined at the rim
 * @param at log time
 */
public record HelpClaim(UUID teacher, @Nullable String name, Instant at) {

    /** The same with a name. */
    public HelpClaim withName(@Nullable String known) {
        return new HelpClaim(teacher, known, at);
    }
}
