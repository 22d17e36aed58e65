package io.cellmonitor.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpState;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.HintView;
import io.cellmonitor.watch.StudentNews;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a student hears from their teachers.
 *
 * @param cursor what {@code after} must be for what comes next
 * @param help the student's own asking; null when they ask for nothing
 * @param hints unseen ones that came after the cursor asked with, oldest first
 */
public record News(String cursor, @Nullable OwnHelp help, List<OwnHint> hints) {

    /**
     * A student's own asking for help.
     *
     * @param state {@code waiting, claimed, on_my_way, resolved}
     * @param position in the queue from 1; null when somebody has taken it on
     * @param teacher who has, or who helped
     */
    public record OwnHelp(
            @JsonProperty("request_id") String requestId,
            String state,
            @Nullable Integer position,
            @Nullable String teacher) {

        static @Nullable OwnHelp of(@Nullable HelpView help) {
            if (help == null || !isTold(HelpState.of(help.state()))) {
                return null;
            }
            HelpClaim claim = help.claim();
            return new OwnHelp(help.request(), help.state(), help.position(), claim == null ? null : claim.name());
        }

        private static boolean isTold(HelpState state) {
            return state.isOpen() || state == HelpState.RESOLVED;
        }
    }

    /** A hint; its words are null when they cannot be opened with today's keys. */
    public record OwnHint(
            @JsonProperty("hint_id") UUID hintId,
            @Nullable String text,
            @JsonProperty("notebook_path") @Nullable String notebookPath,
            @JsonProperty("cell_id") @Nullable String cellId,
            Instant at,
            @Nullable String from) {

        static OwnHint of(HintView hint) {
            return new OwnHint(
                    hint.id(),
                    hint.text(),
                    hint.notebookPath(),
                    hint.cellId(),
                    hint.place().receivedAt(),
                    hint.from());
        }
    }

    /** What is new to whoever knows {@code known}. */
    static News of(StudentNews news, NewsCursor known) {
        OwnHelp help = OwnHelp.of(news.help());
        StreamId at = known.at().compareTo(news.at()) > 0 ? known.at() : news.at();
        return new News(
                new NewsCursor(at, NewsCursor.print(help)).toString(),
                help,
                news.hints().stream()
                        .filter(hint -> hint.place().compareTo(known.at()) > 0)
                        .map(OwnHint::of)
                        .toList());
    }
}
