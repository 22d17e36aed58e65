package io.cellmonitor.seating;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.ClassStudents;
import io.cellmonitor.seating.SeatsResource.Seat;
import io.cellmonitor.seating.SeatsResource.SeatList;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The seats of classes in PostgreSQL. */
@ApplicationScoped
class Seats {

    private static final String LIST = "select user_id, x, y from seats where class_id = $1 order by y, x, user_id";
    private static final String PICTURE = "select exists (select from seat_pictures where class_id = $1) as there";
    private static final String EMPTY = "delete from seats where class_id = $1";
    private static final String INSERT = """
            insert into seats (class_id, user_id, x, y)
            select $1::uuid, * from unnest($2::uuid[], $3::float8[], $4::float8[])""";

    private final AsCaller asCaller;

    Seats(AsCaller asCaller) {
        this.asCaller = asCaller;
    }

    Uni<SeatList> of(UUID caller, UUID classId) {
        return asCaller.run(
                caller,
                connection -> connection
                        .preparedQuery(LIST)
                        .execute(Tuple.of(classId))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> new Seat(row.getUUID("user_id"), row.getDouble("x"), row.getDouble("y")))
                                .toList())
                        .chain(seats -> connection
                                .preparedQuery(PICTURE)
                                .execute(Tuple.of(classId))
                                .map(rows -> new SeatList(
                                        seats, rows.iterator().next().getBoolean("there")))));
    }

    /** All or none. Fails with a problem that names the first seat of somebody who has one already or is no student of the class. */
    Uni<Void> replace(UUID teacher, UUID classId, List<Seat> seats) {
        Set<UUID> students = new LinkedHashSet<>();
        for (int i = 0; i < seats.size(); i++) {
            if (!students.add(seats.get(i).student())) {
                throw refused(i, "This student has a seat already.", "one seat for a student");
            }
        }
        Tuple rows = Tuple.of(
                classId,
                seats.stream().map(Seat::student).toArray(UUID[]::new),
                seats.stream().map(Seat::x).toArray(Double[]::new),
                seats.stream().map(Seat::y).toArray(Double[]::new));
        return asCaller.alone(
                teacher,
                "seats:" + classId,
                connection -> ClassStudents.among(connection, classId, students)
                        .invoke(known -> requireAll(seats, known))
                        .chain(() -> connection.preparedQuery(EMPTY).execute(Tuple.of(classId)))
                        .chain(() -> connection.preparedQuery(INSERT).execute(rows))
                        .replaceWithVoid());
    }

    private static void requireAll(List<Seat> seats, Set<UUID> known) {
        for (int i = 0; i < seats.size(); i++) {
            if (!known.contains(seats.get(i).student())) {
                throw refused(i, "This is no student of the class.", "a student of the class");
            }
        }
    }

    private static RuntimeException refused(int seat, String detail, String limit) {
        return Problem.invalid("seats[" + seat + "].student", detail, limit);
    }
}
