package io.cellmonitor.classroom;

import static io.cellmonitor.classroom.Lesson.HANAKO;
import static io.cellmonitor.classroom.Lesson.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpRequestsTest {

    private final Lesson lesson = new Lesson();
    private final Classroom classroom = new Classroom(
            Rules.DEFAULT,
            new ClassDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0)),
            new StreamId(Lesson.START.toEpochMilli() - 1, 0));

    private LoggedEvent asks(long second) {
        LoggedEvent event = lesson.event(HANAKO, "help", second);
        classroom.apply(event);
        return event;
    }

    private List<HelpView> waiting() {
        return classroom.picture().help();
    }

    @Test
    void whoAsksWaits() {
        LoggedEvent asked = asks(0);
        assertThat(waiting()).singleElement().satisfies(help -> {
            assertThat(help.request()).isEqualTo(asked.id().toString());
            assertThat(help.state()).isEqualTo("waiting");
        });
        assertThat(classroom.picture().students().getFirst().state()).isEqualTo("asking");
    }

    @Test
    void sentAgainItIsTheSameRequest() {
        LoggedEvent asked = asks(0);
        asks(10);
        assertThat(waiting())
                .extracting(HelpView::request)
                .containsExactly(asked.id().toString());
    }

    @Test
    void withoutAHeartbeatItNeverLapses() {
        asks(0);
        classroom.at(second(3600));
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void onceItHadAHeartbeatAMinuteOfSilenceEndsIt() {
        asks(0);
        asks(10);
        classroom.takeChanges();
        classroom.at(second(69));
        assertThat(waiting()).hasSize(1);
        classroom.at(second(70));
        assertThat(waiting()).isEmpty();
        Picture changes = classroom.takeChanges();
        assertThat(changes.help()).extracting(HelpView::state).containsExactly("lapsed");
        assertThat(changes.students()).extracting(StudentView::state).containsExactly("working");
    }

    @Test
    void askingAfterTheLapseIsANewRequestEvenIfNobodyLookedMeanwhile() {
        asks(0);
        asks(10);
        LoggedEvent again = asks(200);
        assertThat(waiting())
                .extracting(HelpView::request)
                .containsExactly(again.id().toString());
    }

    @Test
    void helpStopWithdraws() {
        asks(0);
        classroom.takeChanges();
        classroom.apply(lesson.event(HANAKO, "help_stop", 5));
        assertThat(waiting()).isEmpty();
        assertThat(classroom.takeChanges().help()).extracting(HelpView::state).containsExactly("withdrawn");
    }
}
