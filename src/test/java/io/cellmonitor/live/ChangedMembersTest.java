package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.Need;
import io.cellmonitor.classroom.Reason;
import io.cellmonitor.classroom.RecentRun;
import io.cellmonitor.classroom.StudentView;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangedMembersTest {

    private static final UUID STUDENT = new UUID(0, 1);
    private static final Instant THEN = Instant.parse("2026-11-21T01:00:00Z");

    /** Every member that can change is something here and nothing, or another, there. */
    private static final StudentView WORKING = new StudentView(
            STUDENT, null, "working", THEN, null, true, null, THEN, null, null, null, null, 1, 0, 0, null, null,
            List.of(), true);

    private static final StudentView STUCK = new StudentView(
            STUDENT,
            "花子",
            "stuck",
            THEN.plusSeconds(1),
            new Reason("stuck", "a", 1, 3, THEN, 40),
            false,
            new Need(THEN, 1),
            THEN.plusSeconds(2),
            new UUID(0, 2),
            "lesson.ipynb",
            "a",
            1,
            2,
            1,
            3,
            4,
            75.0,
            List.of(new RecentRun("a", 1, true, "NameError", THEN)),
            true);

    private static final ClusterView ONE =
            new ClusterView("c", "NameError", null, null, null, null, null, List.of(), 0, 1, THEN, THEN);

    private static final ClusterView MORE = new ClusterView(
            "c",
            "KeyError",
            "…",
            new UUID(0, 2),
            "lesson.ipynb",
            "a",
            1,
            List.of(STUDENT),
            1,
            2,
            THEN.plusSeconds(1),
            THEN.plusSeconds(2));

    @Test
    void whatWasNotToldIsWhole() {
        assertThat(ChangedMembers.of(null, STUCK)).isSameAs(STUCK);
        assertThat(ChangedMembers.of(null, MORE)).isSameAs(MORE);
    }

    @Test
    void ofWhatIsTheSameTheKeyIsLeft() {
        assertThat(ChangedMembers.of(WORKING, WORKING)).isEqualTo(Map.of("student", STUDENT));
        assertThat(ChangedMembers.of(ONE, ONE)).isEqualTo(Map.of("cluster", "c"));
    }

    static Stream<RecordComponent> students() {
        return Stream.of(StudentView.class.getRecordComponents());
    }

    static Stream<RecordComponent> clusters() {
        return Stream.of(ClusterView.class.getRecordComponents());
    }

    @ParameterizedTest
    @MethodSource("students")
    void everyMemberOfAStudentIsTold(RecordComponent member) throws ReflectiveOperationException {
        everyMemberIsTold(member, WORKING, STUCK, ChangedMembers::of);
        everyMemberIsTold(member, STUCK, wholeRuns(WORKING), ChangedMembers::of);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyMemberOfAClusterIsTold(RecordComponent member) throws ReflectiveOperationException {
        everyMemberIsTold(member, ONE, MORE, ChangedMembers::of);
        everyMemberIsTold(member, MORE, ONE, ChangedMembers::of);
    }

    private static StudentView wholeRuns(StudentView of) {
        return new StudentView(
                of.student(),
                of.name(),
                of.state(),
                of.since(),
                of.reason(),
                of.active(),
                of.need(),
                of.lastSeen(),
                of.notebook(),
                of.notebookPath(),
                of.cellId(),
                of.cellIndex(),
                of.executions(),
                of.errors(),
                of.completed(),
                of.total(),
                of.progress(),
                of.recentRuns(),
                false);
    }

    private static <V> void everyMemberIsTold(RecordComponent member, V before, V now, BiFunction<V, V, Object> changed)
            throws ReflectiveOperationException {
        assertThat((Map<?, ?>) changed.apply(before, now)).as(member.getName()).satisfies(told -> {
            assertThat(told.containsKey(member.getName())).isTrue();
            assertThat((Object) told.get(member.getName()))
                    .isEqualTo(member.getAccessor().invoke(now));
        });
    }
}
