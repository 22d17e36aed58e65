package io.cellmonitor.lesson;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.lesson.TimetableResource.Slot;
import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Timetables in PostgreSQL. */
@ApplicationScoped
class Timetables {

    private static final String LIST = """
            select weekday, from_time, to_time, title from timetable_slots where class_id = $1
            order by weekday, from_time""";

    private static final String EMPTY = "delete from timetable_slots where class_id = $1";

    private static final String INSERT =
            "insert into timetable_slots (class_id, weekday, from_time, to_time, title) values ($1, $2, $3, $4, $5)";

    private final AsCaller asCaller;

    Timetables(AsCaller asCaller) {
        this.asCaller = asCaller;
    }

    /** In the order of the week. */
    Uni<List<Slot>> of(UUID caller, UUID classId) {
        return asCaller.run(caller, connection -> connection.preparedQuery(LIST).execute(Tuple.of(classId)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Slot(
                                row.getInteger("weekday"),
                                row.getLocalTime("from_time").toString(),
                                row.getLocalTime("to_time").toString(),
                                row.getString("title")))
                        .toList());
    }

    /** All or none. Throws a problem that names the first slot that ends before it begins, or overlaps another. */
    Uni<Void> replace(UUID teacher, UUID classId, List<Slot> slots) {
        IntStream.range(0, slots.size()).forEach(i -> check(slots, i));
        List<Tuple> rows = slots.stream()
                .map(slot -> Tuple.of(
                        classId,
                        (short) slot.weekday(),
                        LocalTime.parse(slot.from()),
                        LocalTime.parse(slot.to()),
                        slot.title().strip()))
                .toList();
        return asCaller.alone(
                teacher,
                "timetable:" + classId,
                connection -> connection
                        .preparedQuery(EMPTY)
                        .execute(Tuple.of(classId))
                        .chain(() -> insert(connection, rows)));
    }

    private static Uni<Void> insert(SqlConnection connection, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    /** Times as they are written compare as text. */
    private static void check(List<Slot> slots, int at) {
        Slot slot = slots.get(at);
        if (slot.from().compareTo(slot.to()) >= 0) {
            throw Problem.invalid("slots[" + at + "].to", "A slot ends after it begins.", "after from");
        }
        boolean overlaps = slots.subList(0, at).stream()
                .anyMatch(other -> other.weekday() == slot.weekday()
                        && other.from().compareTo(slot.to()) < 0
                        && slot.from().compareTo(other.to()) < 0);
        if (overlaps) {
            throw Problem.invalid("slots[" + at + "].from", "Two slots overlap.", "behind the slots of the same day");
        }
    }
}
