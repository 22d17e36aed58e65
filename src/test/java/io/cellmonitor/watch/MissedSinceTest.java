package io.cellmonitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.classroom.Lesson;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client that comes back is told of the students. */
class MissedSinceTest {

    private final Lesson lesson = new Lesson();
    private final WatchedLesson watched = new WatchedLesson();

    private StreamId runs(String student, int second) {
        LoggedEvent event = lesson.run(Lesson.student(student), "a", false, second);
        watched.happen(event);
        return event.id();
    }

    private List<StudentView> missedSince(StreamId place) {
        return watched.watched().missedSince(place).orElseThrow().changes().students();
    }

    @Test
    void onlyThoseWhoChangedSince() {
        runs("hanako", 1);
        StreamId place = runs("taro", 2);
        runs("jiro", 3);
        assertThat(missedSince(place))
                .extracting(StudentView::student)
                .containsExactlyInAnyOrder(Lesson.student("taro"), Lesson.student("jiro"));
    }

    @Test
    void alsoThoseWhomTimeChangedAtThePlaceItself() {
        runs("hanako", 1);
        StreamId place = runs("taro", 2);
        watched.watched().flush(Lesson.second(400));
        assertThat(missedSince(place)).extracting(StudentView::state).containsExactly("away", "away");
    }

    /** A screen that slept over night knows yesterday's class at the very place where the new day begins. */
    @Test
    void nothingOfYesterdayIsGoneOnFrom() {
        StreamId lastOfYesterday = runs("hanako", 1);
        watched.watched().flush(Lesson.START.plus(Duration.ofDays(1)));
        assertThat(watched.watched().missedSince(lastOfYesterday)).isEmpty();
        StreamId today = runs("taro", 24 * 3_600 + 1);
        assertThat(watched.watched().missedSince(lastOfYesterday)).isEmpty();
        assertThat(watched.watched().missedSince(today)).isPresent();
    }
}
