package io.cellmonitor.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is next, who is on it, and what becomes of a request. */
class HelpQueueTest {

    private static final UUID SUZUKI = Lesson.student("teacher suzuki");
    private static final UUID TANAKA = Lesson.student("teacher tanaka");
    private static final UUID JIRO = Lesson.student("jiro");

    private final Lesson lesson = new Lesson();
    private final Classroom classroom = new Classroom(
            Rules.DEFAULT,
            new ClassDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0)),
            new StreamId(Lesson.START.toEpochMilli() - 1, 0));

    private StreamId asks(UUID student, long second) {
        LoggedEvent event = lesson.event(student, "help", second);
        classroom.apply(event);
        return event.id();
    }

    private void does(String type, UUID student, StreamId request, UUID teacher, long second) {
        classroom.apply(lesson.helps(student, type, HelpReference.toRequest(request, teacher), second));
    }

    private HelpView help(UUID student) {
        return classroom.help(student).orElseThrow();
    }

    private Map<UUID, Integer> positions() {
        return classroom.picture().help().stream()
                .filter(help -> help.position() != null)
                .collect(Collectors.toMap(HelpView::student, HelpView::position));
    }

    @Test
    void whoHasWaitedLongestIsNext() {
        asks(Lesson.TARO, 0);
        asks(Lesson.HANAKO, 70);
        asks(JIRO, 140);
        assertThat(positions()).isEqualTo(Map.of(Lesson.TARO, 1, Lesson.HANAKO, 2, JIRO, 3));
    }

    @Test
    void ofThoseWhoAskedInTheSameMinuteWhoWasHelpedLeastTodayIsNext() {
        does("help_resolved", Lesson.TARO, asks(Lesson.TARO, 0), SUZUKI, 10);
        classroom.apply(lesson.event(Lesson.TARO, "help_stop", 11));
        asks(Lesson.TARO, 120);
        asks(Lesson.HANAKO, 150);
        assertThat(positions()).isEqualTo(Map.of(Lesson.HANAKO, 1, Lesson.TARO, 2));
    }

    @Test
    void everybodyWhoMovesUpIsInTheNextFrame() {
        StreamId first = asks(Lesson.TARO, 0);
        asks(Lesson.HANAKO, 70);
        classroom.takeChanges();
        does("help_claimed", Lesson.TARO, first, SUZUKI, 80);
        Map<UUID, HelpView> changed = classroom.takeChanges().help().stream()
                .collect(Collectors.toMap(HelpView::student, Function.identity()));
        assertThat(changed.get(Lesson.TARO).position()).isNull();
        assertThat(changed.get(Lesson.TARO).state()).isEqualTo("claimed");
        assertThat(changed.get(Lesson.HANAKO).position()).isEqualTo(1);
    }

    @Test
    void theFirstInTheLogHasIt() {
        StreamId request = asks(Lesson.TARO, 0);
        does("help_claimed", Lesson.TARO, request, SUZUKI, 5);
        does("help_claimed", Lesson.TARO, request, TANAKA, 5);
        does("help_on_my_way", Lesson.TARO, request, TANAKA, 6);
        assertThat(help(Lesson.TARO).state()).isEqualTo("claimed");
        assertThat(help(Lesson.TARO).claim().teacher()).isEqualTo(SUZUKI);
        does("help_on_my_way", Lesson.TARO, request, SUZUKI, 7);
        assertThat(help(Lesson.TARO).state()).isEqualTo("on_my_way");
    }

    @Test
    void whatItsHolderGivesBackHasItsOldPlaceAndIsForTheNextWhoClaims() {
        StreamId request = asks(Lesson.TARO, 0);
        asks(Lesson.HANAKO, 70);
        does("help_on_my_way", Lesson.TARO, request, SUZUKI, 75);
        does("help_released", Lesson.TARO, request, TANAKA, 76);
        assertThat(help(Lesson.TARO).claim().teacher()).isEqualTo(SUZUKI);
        classroom.takeChanges();
        does("help_released", Lesson.TARO, request, SUZUKI, 77);
        assertThat(help(Lesson.TARO).state()).isEqualTo("waiting");
        assertThat(help(Lesson.TARO).claim()).isNull();
        assertThat(classroom.takeChanges().help())
                .extracting(HelpView::student)
                .containsExactlyInAnyOrder(Lesson.TARO, Lesson.HANAKO);
        assertThat(positions()).isEqualTo(Map.of(Lesson.TARO, 1, Lesson.HANAKO, 2));
        does("help_claimed", Lesson.TARO, request, TANAKA, 78);
        assertThat(help(Lesson.TARO).claim().teacher()).isEqualTo(TANAKA);
    }

    @Test
    void aClaimOfAnotherRequestOrOfOneThatHasEndedChangesNothing() {
        StreamId request = asks(Lesson.TARO, 0);
        does("help_claimed", Lesson.TARO, new StreamId(1, 1), SUZUKI, 5);
        assertThat(help(Lesson.TARO).state()).isEqualTo("waiting");
        classroom.apply(lesson.event(Lesson.TARO, "help_stop", 6));
        does("help_claimed", Lesson.TARO, request, SUZUKI, 7);
        assertThat(help(Lesson.TARO).state()).isEqualTo("withdrawn");
    }

    @Test
    void heartbeatsAfterAResolveAreIgnoredUntilHelpStopOrAMinuteOfSilence() {
        StreamId request = asks(Lesson.TARO, 0);
        does("help_resolved", Lesson.TARO, request, SUZUKI, 5);
        asks(Lesson.TARO, 10);
        asks(Lesson.TARO, 65);
        assertThat(help(Lesson.TARO).state()).isEqualTo("resolved");
        StreamId afterSilence = asks(Lesson.TARO, 125);
        assertThat(help(Lesson.TARO).request()).isEqualTo(afterSilence.toString());
        does("help_resolved", Lesson.TARO, afterSilence, SUZUKI, 130);
        classroom.apply(lesson.event(Lesson.TARO, "help_stop", 131));
        assertThat(help(Lesson.TARO).state()).isEqualTo("resolved");
        StreamId afterStop = asks(Lesson.TARO, 132);
        assertThat(help(Lesson.TARO).request()).isEqualTo(afterStop.toString());
        assertThat(help(Lesson.TARO).state()).isEqualTo("waiting");
    }

    @Test
    void aTeachersDoingIsNoSignOfTheStudent() {
        StreamId request = asks(Lesson.TARO, 0);
        does("help_claimed", Lesson.TARO, request, SUZUKI, 299);
        classroom.at(Lesson.second(301));
        StudentView taro = classroom.student(Lesson.TARO).orElseThrow();
        assertThat(taro.lastSeen()).isEqualTo(Lesson.second(0));
        assertThat(taro.active()).isFalse();
    }

    @Test
    void hintsWaitUntilTheyAreSeenAndAreBounded() {
        classroom.apply(lesson.run(Lesson.TARO, "a", false, 0));
        for (int number = 0; number < 12; number++) {
            HelpReference hint = HelpReference.toHint(new UUID(9, number), SUZUKI);
            classroom.apply(lesson.helps(Lesson.TARO, "hint_sent", hint, 1));
        }
        classroom.apply(lesson.helps(JIRO, "hint_sent", HelpReference.toHint(new UUID(9, 99), SUZUKI), 1));
        classroom.apply(lesson.helps(Lesson.TARO, "hint_seen", new HelpReference(null, null, new UUID(9, 5)), 2));
        List<Hint> hints = classroom.hints(Lesson.TARO);
        assertThat(hints).hasSize(9).extracting(Hint::id).doesNotContain(new UUID(9, 1), new UUID(9, 5));
        assertThat(classroom.student(JIRO))
                .as("who is not there is not made by a hint")
                .isEmpty();
    }
}
