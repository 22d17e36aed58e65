package io.cellmonitor.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event of helping speaks of: {@code help_claimed, help_on_my_way, help_released, help_resolved} of a request, {@code hint_sent,
 * hint_seen} of a hint.
 *
 * @param request place of the first asking in the log
 * @param teacher who helps: the account's row in {@code users}; null in what students send
 * @param hint the hint
 */
public record HelpReference(
        @Nullable StreamId request,
        @Nullable UUID teacher,
        @Nullable UUID hint) {

    /** A teacher does something about a request. */
    public static HelpReference toRequest(StreamId request, UUID teacher) {
        return new HelpReference(request, teacher, null);
    }

    /** A teacher sends a hint. */
    public static HelpReference toHint(UUID hint, UUID teacher) {
        return new HelpReference(null, teacher, hint);
    }
}
