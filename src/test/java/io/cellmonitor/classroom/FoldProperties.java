package io.cellmonitor.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fold over generated lessons: saving and restoring changes nothing, deltas add up to the picture, doubles change nothing. */
class FoldProperties {

    private static final ClassDay DAY = new ClassDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0));
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    record Step(int student, int kind, int cell, int pause) {}

    @Provide
    Arbitrary<List<Step>> lessons() {
        Arbitrary<Integer> wait = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(20, Arbitraries.integers().between(0, 30)),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(50, 400)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(20_000, 40_000)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 3),
                        wait)
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static Classroom empty() {
        return new Classroom(Rules.DEFAULT, DAY, new StreamId(Lesson.START.toEpochMilli() - 1, 0));
    }

    private static List<LoggedEvent> events(List<Step> steps) {
        Lesson lesson = new Lesson();
        List<LoggedEvent> events = new ArrayList<>();
        long second = 0;
        for (Step step : steps) {
            second += step.pause();
            UUID student = Lesson.student("s" + step.student());
            String cell = "c" + step.cell();
            events.add(
                    switch (step.kind()) {
                        case 0, 1, 2 -> lesson.run(student, cell, true, second);
                        case 3, 4 -> lesson.run(student, cell, false, second);
                        case 5 -> lesson.event(student, "help", second);
                        case 6 -> lesson.event(student, "help_stop", second);
                        case 7 -> lesson.event(student, "kernel_died", second);
                        case 8 -> lesson.event(student, "notebook_closed", second);
                        case 9 -> lesson.opened(student, second, new CellRef("c0", "code"), new CellRef("c1", "code"));
                        case 10 -> lesson.opened(student, second);
                        case 11 -> lesson.event(student, "progress_update", second);
                        case 12 -> lesson.runWithId(student, "same", cell, true, second);
                        default -> lesson.lateRun(student, cell, true, second, java.time.Duration.ofMinutes(6));
                    });
        }
        return events;
    }

    @Property(tries = 300)
    void savedAndRestoredInTheMiddleItIsTheSame(@ForAll("lessons") List<Step> steps, @ForAll int cut)
            throws JsonProcessingException {
        List<LoggedEvent> events = events(steps);
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
        for (LoggedEvent event : events(steps)) {
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
        for (LoggedEvent event : events(steps)) {
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
        List<LoggedEvent> events = events(steps);
        Classroom once = empty();
        events.forEach(once::apply);
        ClassroomState before = once.state();
        events.forEach(event -> assertThat(once.apply(event)).isFalse());
        assertThat(once.state()).isEqualTo(before);
    }
}
