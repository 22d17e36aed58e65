package io.cellmonitor.joining;

import io.cellmonitor.access.StudentPrincipal;
import io.cellmonitor.seal.BlindIndex;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Claims that wait for a teacher or were decided lately, on a connection that acts for the student. */
@ApplicationScoped
class JoinClaims {

    /** The most that wait for one student: more than that is no mistake. */
    private static final int MOST_WAITING = 20;

    /** A decision holds for a week. */
    private static final String STATE = """
            select state from join_claims
            where class_id = $1 and user_id = $2 and claim_index = $3
              and (state = 'waiting' or decided_at > now() - interval '7 days')""";

    private static final String KEEP = """
            insert into join_claims (id, class_id, user_id, claim_index, student_number, display_name, reason)
            select $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, $7::text
            where (select count(*) from join_claims where class_id = $2 and user_id = $3 and state = 'waiting') < $8::int
            on conflict (class_id, user_id, claim_index) do update
            set id = excluded.id, student_number = excluded.student_number, display_name = excluded.display_name,
                reason = excluded.reason, state = 'waiting', created_at = now(), decided_at = null, decided_by = null""";

    private final BlindIndex index;
    private final ClaimWords words;

    JoinClaims(BlindIndex index, ClaimWords words) {
        this.index = index;
        this.words = words;
    }

    /** {@code waiting}, {@code accepted} or {@code refused}; {@code none} without a claim. */
    Uni<String> stateOf(SqlConnection connection, Joiner joiner) {
        return connection
                .preparedQuery(STATE)
                .execute(place(joiner))
                .map(rows -> rows.size() == 0 ? "none" : rows.iterator().next().getString("state"));
    }

    Uni<Void> remove(SqlConnection connection, Joiner joiner) {
        return connection
                .preparedQuery("delete from join_claims where class_id = $1 and user_id = $2 and claim_index = $3")
                .execute(place(joiner))
                .replaceWithVoid();
    }

    Uni<JoinOutcome> keep(SqlConnection connection, Joiner joiner, String reason) {
        UUID id = UUID.randomUUID();
        StudentPrincipal student = joiner.principal();
        String number = joiner.studentNumber();
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(student.classId())
                        .addUUID(student.studentId())
                        .addString(claimIndex(joiner))
                        .addString(number == null ? null : words.seal(id, ClaimWords.STUDENT_NUMBER, number))
                        .addString(words.seal(id, ClaimWords.DISPLAY_NAME, joiner.name()))
                        .addString(reason)
                        .addInteger(MOST_WAITING))
                .map(rows -> rows.rowCount() == 0 ? new JoinOutcome.TooManyWaiting() : new JoinOutcome.Waiting(reason));
    }

    private Tuple place(Joiner joiner) {
        StudentPrincipal student = joiner.principal();
        return Tuple.of(student.classId(), student.studentId(), claimIndex(joiner));
    }

    private String claimIndex(Joiner joiner) {
        return index.of("join claim", Objects.requireNonNullElse(joiner.studentNumber(), ""), joiner.name());
    }
}
