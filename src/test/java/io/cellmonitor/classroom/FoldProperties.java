package io.cellmonitor.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cellmonitor.classroom.GeneratedLesson.Step;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fold over generated lessons: saving and restoring changes nothing, deltas add up to the picture, doubles change nothing. */
class FoldProperties {

    private static final ClassDay DAY = new ClassDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0));
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Provide
    Arbitrary<List<Step>> lessons() {
        return GeneratedLesson.steps(60);
    }

    private static Classroom empty() {
        return new Classroom(Rules.DEFAULT, DAY, new StreamId(Lesson.START.toEpochMilli() - 1, 0));
    }

    @Property(tries = 300)
    void savedAndRestoredInTheMiddleItIsTheSame(@ForAll("lessons") List<Step> steps, @ForAll int cut)
            throws JsonProcessingException {
        List<LoggedEvent> events = GeneratedLesson.events(steps);
        int middle = Math.floorMod(cut, events.size() + 1);
        Classroom whole = empty();
        events.forEach(whole::apply);
        Classroom first = empty();
        events.subList(0, middle).forEach(first::apply);
        String saved = JSON.writeValueAsString(first.state());
        Classroom second = new Classroom(Rules.DEFAULT, DAY, JSON.readValue(saved, ClassroomState.class));
        events.subList(middle, events.size()).forEach(second::apply);
        Instant end = whole.position().receivedAt().plusSeconds(1);
        whole.at(end);
        second.at(end);
        assertThat(second.state()).usingRecursiveComparison().isEqualTo(whole.state());
        assertThat(second.picture()).isEqualTo(whole.picture());
        assertThat(second.totals()).isEqualTo(whole.totals());
    }

    @Property(tries = 300)
    void howOftenTimeIsLookedAtChangesNothing(@ForAll("lessons") List<Step> steps) {
        Classroom ticked = empty();
        Classroom quiet = empty();
        for (LoggedEvent event : GeneratedLesson.events(steps)) {
            ticked.at(event.receivedAt().minusMillis(1));
            ticked.apply(event);
            ticked.at(event.receivedAt());
            quiet.apply(event);
        }
        Instant end = ticked.position().receivedAt().plusSeconds(100);
        ticked.at(end);
        quiet.at(end);
        assertThat(ticked.picture()).isEqualTo(quiet.picture());
    }

    @Property(tries = 300)
    void deltasAddUpToThePicture(@ForAll("lessons") List<Step> steps) {
        Classroom classroom = empty();
        PictureStore client = new PictureStore();
        java.time.LocalDate day = classroom.day();
        for (LoggedEvent event : GeneratedLesson.events(steps)) {
            classroom.at(event.receivedAt().minusSeconds(1));
            classroom.apply(event);
            if (!day.equals(classroom.day())) {
                client.clear();
                day = classroom.day();
            }
            client.merge(classroom.takeChanges());
            assertThat(client.picture())
                    .usingRecursiveComparison()
                    .ignoringCollectionOrder()
                    .isEqualTo(classroom.picture());
        }
    }

    @Property(tries = 100)
    void theLogReadTwiceIsTheLogReadOnce(@ForAll("lessons") List<Step> steps) {
        List<LoggedEvent> events = GeneratedLesson.events(steps);
        Classroom once = empty();
        events.forEach(once::apply);
        ClassroomState before = once.state();
        events.forEach(event -> assertThat(once.apply(event)).isFalse());
        assertThat(once.state()).usingRecursiveComparison().isEqualTo(before);
    }
}
