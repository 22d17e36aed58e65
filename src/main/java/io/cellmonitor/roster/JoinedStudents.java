package io.cellmonitor.roster;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Whether a class has students who were named by its realm: on its roster, or joined. */
@ApplicationScoped
class JoinedStudents {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final String ARE_THERE = """
            select exists (select from roster_entries where class_id = $1)
                or exists (select from student_devices where class_id = $1) as there""";

    private final Pool reader;

    /** {@code reader}: an admin belongs to no class. */
    JoinedStudents(@ReactiveDataSource("reader") Pool reader) {
        this.reader = reader;
    }

    Uni<Boolean> areThere(UUID classId) {
        return reader.preparedQuery(ARE_THERE)
                .execute(Tuple.of(classId))
                .map(rows -> rows.iterator().next().getBoolean("there"))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }
}
