package io.cellmonitor.roster;

import io.cellmonitor.roster.RosterColumns.Field;
import io.cellmonitor.roster.RosterImportResource.Imported;
import io.cellmonitor.roster.RosterResource.NewEntry;
import io.cellmonitor.roster.StudentsResource.ClassStudent;
import io.cellmonitor.roster.StudentsResource.Details;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the students of a file beside those of the roster. */
@ApplicationScoped
class RosterImport {

    private final Rosters rosters;
    private final ListedStudents students;
    private final StudentDetails details;

    RosterImport(Rosters rosters, ListedStudents students, StudentDetails details) {
        this.rosters = rosters;
        this.students = students;
        this.details = details;
    }

    /** All that can be taken, or with {@code dry} only what that would be. Read, compared and sealed off the event loop. */
    Uni<Imported> take(UUID teacher, JoinedClass monitored, byte[] bytes, boolean dry) {
        return Uni.createFrom()
                .item(() -> RosterFile.read(bytes))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(file -> students.of(teacher, monitored.id())
                        .chain(known -> take(teacher, monitored, file, change(monitored, file, known), dry)));
    }

    private Uni<Imported> take(UUID teacher, JoinedClass monitored, RosterFile file, Change change, boolean dry) {
        Imported told = new Imported(file.read(), change.added(), change.changed(), file.problems());
        if (dry) {
            return Uni.createFrom().item(told);
        }
        Tuple sealedDetails = details.sealed(
                monitored.id(), change.details(), file.columns().places().keySet());
        return rosters.sealed(monitored, change.entries())
                .chain(rows -> rosters.alone(
                        teacher,
                        monitored.id(),
                        connection -> rosters.merge(connection, monitored.id(), rows)
                                .chain(() -> details.write(connection, sealedDetails))))
                .replaceWith(told);
    }

    /** What a file changes. */
    private record Change(List<NewEntry> entries, Map<UUID, Details> details, int added, int changed) {}

    private Change change(JoinedClass monitored, RosterFile file, List<ClassStudent> listed) {
        Map<UUID, ClassStudent> known =
                listed.stream().collect(Collectors.toMap(ClassStudent::student, Function.identity()));
        Map<UUID, Details> said = new HashMap<>();
        int added = 0;
        int changed = 0;
        for (RosterFile.Line line : file.lines()) {
            UUID id = rosters.student(monitored, line.number());
            ClassStudent before = known.get(id);
            Details now = details(file.columns(), line, before);
            said.put(id, now);
            if (before == null || before.studentNumber() == null) {
                added++;
            } else if (differs(line, now, before)) {
                changed++;
            }
        }
        Rosters.refuseTooMany(
                listed.stream().filter(it -> it.studentNumber() != null).count() + added);
        return new Change(
                file.lines().stream()
                        .map(line -> new NewEntry(line.number(), line.name()))
                        .toList(),
                said,
                added,
                changed);
    }

    private static Details details(RosterColumns columns, RosterFile.Line line, @Nullable ClassStudent before) {
        return new Details(
                columns.has(Field.TEAM) ? line.team() : before == null ? null : before.team(),
                columns.has(Field.READING) ? line.reading() : before == null ? null : before.reading());
    }

    private static boolean differs(RosterFile.Line line, Details now, ClassStudent before) {
        return !line.name().equals(before.name())
                || !Objects.equals(now.team(), before.team())
                || !Objects.equals(now.reading(), before.reading());
    }
}
