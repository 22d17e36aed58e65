package io.cellmonitor.lesson;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The lessons that teachers start and stop. One that nobody stops ends with the class's day. */
@ApplicationScoped
class Lessons {

    private static final String COLUMNS = "id, title, started_at, ended_at";

    private static final String BETWEEN = "select " + COLUMNS + """
             from lessons
            where class_id = $1 and started_at < $3::timestamptz and (ended_at is null or ended_at > $2::timestamptz)
            order by started_at desc
            limit 1000""";

    private static final String ONE = "select " + COLUMNS + " from lessons where class_id = $1 and id = $2 for update";

    private static final String OPEN =
            "select " + COLUMNS + " from lessons where class_id = $1 and ended_at is null for update";

    private static final String START = """
            insert into lessons (id, class_id, title, started_by) values ($1, $2, $3, $4)
            on conflict (class_id) where ended_at is null do nothing
            returning\s""" + COLUMNS;

    private static final String STOP =
            "update lessons set ended_at = greatest($3::timestamptz, started_at) where class_id = $1 and id = $2 returning "
                    + COLUMNS;

    private final AsCaller asCaller;
    private final ClassDirectory classes;

    Lessons(AsCaller asCaller, ClassDirectory classes) {
        this.asCaller = asCaller;
        this.classes = classes;
    }

    /** Those of which a part lies in the range, the newest thousand, in nobody's order. */
    Uni<List<Lesson>> between(UUID caller, UUID classId, Instant from, Instant to) {
        Instant now = Instant.now();
        return asCaller.run(
                        caller,
                        connection -> connection.preparedQuery(BETWEEN).execute(Tuple.of(classId, utc(from), utc(to))))
                .map(rows -> lessons(classId, rows, now).stream()
                        .filter(lesson ->
                                lesson.endedAt() == null || lesson.endedAt().isAfter(from))
                        .toList());
    }

    /** Fails with a 409 problem while one goes on. */
    Uni<Lesson> start(UUID caller, UUID classId, @Nullable String title) {
        Instant now = Instant.now();
        String given = title == null || title.isBlank() ? null : title.strip();
        Tuple values = Tuple.of(UUID.randomUUID(), classId, given, caller);
        return asCaller.run(
                caller,
                connection -> endForgotten(connection, classId, now)
                        .chain(() -> connection.preparedQuery(START).execute(values))
                        .map(rows -> {
                            if (rows.size() == 0) {
                                throw Problem.conflict("lesson", "A lesson goes on already: stop it first.");
                            }
                            return lessons(classId, rows, now).getFirst();
                        }));
    }

    /** Fails with a problem: 404 for none of the class, 409 for one that has ended. */
    Uni<Lesson> stop(UUID caller, UUID classId, UUID lesson) {
        Instant now = Instant.now();
        return asCaller.run(
                caller,
                connection -> connection
                        .preparedQuery(ONE)
                        .execute(Tuple.of(classId, lesson))
                        .invoke(rows -> requireOpen(lessons(classId, rows, now)))
                        .chain(() -> end(connection, classId, lesson, now))
                        .map(rows -> lessons(classId, rows, now).getFirst()));
    }

    private Uni<Void> endForgotten(SqlConnection connection, UUID classId, Instant now) {
        return connection.preparedQuery(OPEN).execute(Tuple.of(classId)).chain(rows -> {
            List<Lesson> open = lessons(classId, rows, now);
            Instant ended = open.isEmpty() ? null : open.getFirst().endedAt();
            return ended == null
                    ? Uni.createFrom().voidItem()
                    : end(connection, classId, open.getFirst().lesson(), ended).replaceWithVoid();
        });
    }

    private static Uni<RowSet<Row>> end(SqlConnection connection, UUID classId, @Nullable UUID lesson, Instant at) {
        return connection.preparedQuery(STOP).execute(Tuple.of(classId, lesson, utc(at)));
    }

    private static void requireOpen(List<Lesson> found) {
        if (found.isEmpty()) {
            throw Problem.notFound("There is no such lesson in this class.");
        }
        if (found.getFirst().endedAt() != null) {
            throw Problem.conflict("lesson", "This lesson has ended.");
        }
    }

    private List<Lesson> lessons(UUID classId, RowSet<Row> rows, Instant now) {
        MonitoredClass monitored = classes.find(classId).orElseThrow(() -> Problem.notFound("There is no such class."));
        ClassDay day = new ClassDay(monitored.zone(), monitored.dayStart());
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> lesson(row, day, now))
                .toList();
    }

    private static Lesson lesson(Row row, ClassDay day, Instant now) {
        Instant started = row.getOffsetDateTime("started_at").toInstant();
        OffsetDateTime stopped = row.getOffsetDateTime("ended_at");
        Instant nightfall = day.startOf(day.of(started).plusDays(1));
        Instant ended = stopped != null ? stopped.toInstant() : nightfall.isAfter(now) ? null : nightfall;
        return new Lesson(row.getUUID("id"), row.getString("title"), started, ended, Lesson.BUTTON);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
