package io.cellmonitor.roster;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.roster.StudentsResource.ClassStudent;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.NotSealedHere;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The students of a class with what is known of them, for those who teach it. */
@ApplicationScoped
public class ListedStudents {

    private static final String LIST = """
            select p.user_id, r.student_number, coalesce(r.display_name, u.display_name) as display_name, d.reading, d.team,
                   e.user_id is not null
                       or exists (select from student_devices s where s.class_id = $1 and s.user_id = p.user_id) as joined
            from (select user_id from roster_entries where class_id = $1
                  union
                  select user_id from enrolments where class_id = $1 and role = 'student') p
            left join roster_entries r on r.class_id = $1 and r.user_id = p.user_id
            left join enrolments e on e.class_id = $1 and e.user_id = p.user_id
            left join users u on u.id = p.user_id
            left join student_details d on d.class_id = $1 and d.user_id = p.user_id""";

    private static final Comparator<ClassStudent> ORDER = Comparator.comparing(
                    ClassStudent::studentNumber, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(ClassStudent::name, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(ClassStudent::student);

    private final AsCaller asCaller;
    private final Rosters rosters;
    private final StudentDetails details;
    private final Names names;

    ListedStudents(AsCaller asCaller, Rosters rosters, StudentDetails details, Names names) {
        this.asCaller = asCaller;
        this.rosters = rosters;
        this.details = details;
        this.names = names;
    }

    /** By student number, who has none behind them by name. */
    public Uni<List<ClassStudent>> of(UUID caller, UUID classId) {
        return asCaller.run(caller, connection -> connection.preparedQuery(LIST).execute(Tuple.of(classId)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> student(classId, row))
                        .sorted(ORDER)
                        .toList());
    }

    private ClassStudent student(UUID classId, Row row) {
        UUID student = row.getUUID("user_id");
        return new ClassStudent(
                student,
                name(student, row.getString("display_name")),
                details.open("reading", classId, student, row.getString("reading")),
                rosters.number(classId, student, row.getString("student_number")),
                details.open("team", classId, student, row.getString("team")),
                row.getBoolean("joined"));
    }

    private @Nullable String name(UUID student, @Nullable String sealed) {
        try {
            return sealed == null
                    ? null
                    : names.open(student, Base64.getDecoder().decode(sealed));
        } catch (NotSealedHere unreadable) {
            return null;
        }
    }
}
