package io.cellmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is measured is what is said: so many events, and none of them twice. */
class WholeLessonTest {

    private static final String ONE = "11111111-0000-4000-8000-000000000000";
    private static final String OTHER = "22222222-0000-4000-8000-000000000000";

    @Test
    void noEventOfAStudentIsSentTwiceInWhateverClass() {
        Set<List<Object>> sent = new HashSet<>();
        for (String classId : List.of(ONE, OTHER)) {
            events(new WholeLesson(classId, 3))
                    .forEach(event -> sent.add(List.of(event.get("userId"), event.get("eventId"))));
        }
        assertThat(sent).hasSize(2 * 3 * WholeLesson.EVENTS_OF_A_STUDENT);
    }

    @Test
    void eachStudentOpensTheNotebookFirstAndEndsWithAGoodRunOfEachCell() {
        List<Map<String, Object>> events = events(new WholeLesson(ONE, 3));

        assertThat(events.subList(0, 3))
                .allMatch(event -> event.get("eventType").equals("notebook_opened"));
        assertThat(events.subList(3, events.size()))
                .anyMatch(event -> event.get("eventType").equals("cell_error"));
        assertThat(events.subList(events.size() - 3, events.size()))
                .allMatch(event -> event.get("cellIndex").equals(WholeLesson.CELLS - 1))
                .allMatch(event -> event.get("eventType").equals("cell_executed"));
    }

    private static List<Map<String, Object>> events(WholeLesson lesson) {
        return IntStream.range(0, lesson.events()).mapToObj(lesson::event).toList();
    }
}
