package io.cellmonitor.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.HintView;
import io.cellmonitor.watch.StudentNews;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is news to a student's server, and what it has heard. */
class NewsCursorTest {

    private static final StreamId BEFORE = new StreamId(1_795_136_529_122L, 0);
    private static final StreamId AT = new StreamId(1_795_136_529_123L, 0);
    private static final StreamId AFTER = new StreamId(1_795_136_529_124L, 0);
    private static final UUID HANAKO = new UUID(1, 1);
    private static final HelpView WAITING = asking("waiting", 2, null);

    private static HelpView asking(String state, Integer position, HelpClaim claim) {
        return new HelpView("1-1", HANAKO, state, Instant.EPOCH, position, claim, null, null, null, null, null);
    }

    private static HelpClaim claim(String name) {
        return new HelpClaim(new UUID(2, 2), name, Instant.EPOCH);
    }

    private static NewsCursor heard(StreamId at, HelpView help) {
        return new NewsCursor(at, NewsCursor.print(News.OwnHelp.of(help)));
    }

    private static StudentNews news(StreamId at, HelpView help, StreamId... hints) {
        List<HintView> sent = List.of(hints).stream().map(NewsCursorTest::hint).toList();
        return new StudentNews(at, help, sent);
    }

    private static HintView hint(StreamId place) {
        return new HintView(new UUID(9, place.milliseconds()), place, null, null, null, null, null);
    }

    @Test
    void whatIsKnownIsNoNewsHoweverFarTheLogHasGone() {
        assertThat(heard(AT, WAITING).isOlderThan(news(AFTER, WAITING))).isFalse();
        assertThat(heard(AT, null).isOlderThan(news(AFTER, null))).isFalse();
    }

    @Test
    void anotherStatePlaceTeacherOrRequestIsNews() {
        NewsCursor known = heard(AT, WAITING);
        for (HelpView other : List.of(
                asking("waiting", 1, null),
                asking("claimed", null, claim("鈴木")),
                new HelpView("1-2", HANAKO, "waiting", Instant.EPOCH, 2, null, null, null, null, null, null))) {
            assertThat(known.isOlderThan(news(AT, other))).as(other.toString()).isTrue();
        }
        NewsCursor claimed = heard(AT, asking("claimed", null, claim("鈴木")));
        assertThat(claimed.isOlderThan(news(AT, asking("claimed", null, claim("田中")))))
                .isTrue();
        assertThat(known.isOlderThan(news(AT, null))).as("no longer asks").isTrue();
    }

    @Test
    void aHintIsNewsUntilItWasHeardAndNotAgain() {
        NewsCursor known = heard(AT, WAITING);
        assertThat(known.isOlderThan(news(AFTER, WAITING, BEFORE, AFTER))).isTrue();
        assertThat(known.isOlderThan(news(AFTER, WAITING, BEFORE, AT))).isFalse();
    }

    @Test
    void anInstanceThatIsBehindSaysNothing() {
        NewsCursor known = heard(AT, WAITING);
        assertThat(known.isOlderThan(news(BEFORE, null, AFTER))).isFalse();
    }

    @Test
    void itIsReadAsItWasWritten() {
        NewsCursor known = heard(AT, WAITING);
        assertThat(NewsCursor.parse(known.toString())).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "what", "what.0", "1-x.0"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> NewsCursor.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
