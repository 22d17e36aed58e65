package io.cellmonitor.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A semester in PostgreSQL, written by SQL: 10 classes of 200 students, a lesson of 85 minutes a week for 15 weeks with 67 events of each
 * student (60 runs of 40 cells, about one in six of them failed), 2,010,000 in all. The last lesson of the first class has just ended. Events
 * lie in the order of the log; what is sealed is 512 bytes of a run.
 */
final class SemesterData {

    static final UUID TEACHER = new UUID(7, 7);
    static final int WEEKS = 15;

    private static final String CLASSES = """
            insert into classes (id, name, zone)
            select md5('class' || c)::uuid, 'class ' || c, 'Asia/Tokyo' from generate_series(0, 9) as c""";

    private static final String USERS = """
            insert into users (id, username, display_name)
            select md5('student' || c || '-' || s)::uuid, md5('index' || c || '-' || s), encode(decode(repeat(md5('name' || s), 3), 'hex'), 'base64')
            from generate_series(0, 9) as c, generate_series(0, 199) as s""";

    private static final String TEACHERS = "insert into users (id, username, role) values ($1, 'teacher', 'teacher')";

    private static final String ENROLMENTS = """
            insert into enrolments (class_id, user_id, role)
            select md5('class' || c)::uuid, md5('student' || c || '-' || s)::uuid, 'student'
            from generate_series(0, 9) as c, generate_series(0, 199) as s
            union all select md5('class0')::uuid, $1, 'teacher'""";

    private static final String NOTEBOOKS = """
            insert into notebooks (id, class_id, path, cell_count)
            select md5('notebook' || c || '-' || w)::uuid, md5('class' || c)::uuid, 'lesson' || w || '.ipynb', 60
            from generate_series(0, 9) as c, generate_series(0, 14) as w""";

    private static final String PAST_MONTHS = """
            do $$ declare month date; begin
                for back in 1..5 loop
                    month := (date_trunc('month', now()) - make_interval(months => back))::date;
                    execute format('create table %I partition of learning_sessions for values from (%L) to (%L)',
                                   'learning_sessions_' || to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date);
                end loop;
            end $$""";

    private static final String SESSIONS = """
            insert into learning_sessions (id, class_id, user_id, notebook_id, started_at, ended_at, total_duration_ms, cell_executions, error_count)
            select md5('session' || c || '-' || s || '-' || w)::uuid, md5('class' || c)::uuid, md5('student' || c || '-' || s)::uuid,
                md5('notebook' || c || '-' || w)::uuid, begun, begun + interval '84 minutes', 5040000, 60, 10
            from generate_series(0, 9) as c, generate_series(0, 199) as s, generate_series(0, 14) as w,
                lateral (select now() - interval '85 minutes' - (14 - w) * interval '7 days' - c * interval '15 hours'
                                + s * interval '1 second') as lesson (begun)""";

    private static final String KEYS =
            "insert into session_keys (id, started_at) select id, started_at from learning_sessions";

    private static final String EVENTS = """
            insert into learning_events (user_id, event_id, log_ms, log_seq, class_id, notebook_id, session_id, sender_session_id, event_type,
                event_time, sent_at, occurred_at, received_at, cell_id, cell_index, cell_type, execution_count, duration_ms, has_error,
                error_name, error_shape, error_key, total_cells, sealed)
            select md5('student' || c || '-' || s)::uuid, md5(c || '-' || s || '-' || $1 || '-' || p)::uuid::text,
                (extract(epoch from at) * 1000)::bigint + 200, s, md5('class' || c)::uuid, md5('notebook' || c || '-' || $1)::uuid,
                md5('session' || c || '-' || s || '-' || $1)::uuid, 'a-' || s, type, at, at, at + interval '200 ms', at + interval '200 ms',
                case when run then 'cell-' || $1 || '-' || p * 40 / 67 end, case when run then p * 40 / 67 end, 'code',
                case when run then p end, case when run then 5 + abs(hashint4(p * 1000 + s)) % 3000 end, case when run then type = 'cell_error' end,
                case when type = 'cell_error' then 'NameError' end,
                case when type = 'cell_error' then 'NameError: name ? is not defined' end,
                case when type = 'cell_error' then md5('NameError') end, case when p = 0 then 40 end,
                case when run then decode(repeat(md5(s || '-' || p), 32), 'hex') else decode(repeat(md5(s || '-' || p), 4), 'hex') end
            from generate_series(0, 9) as c, generate_series(0, 199) as s, generate_series(0, 66) as p,
                lateral (select case when p = 0 then 'notebook_opened' when p % 11 = 10 then 'notebook_saved'
                                     when abs(hashint4(s * 7919 + p)) % 6 = 0 then 'cell_error' else 'cell_executed' end,
                                now() - interval '85 minutes' - (14 - $1) * interval '7 days' - c * interval '15 hours'
                                + p * interval '75 seconds' + abs(hashint4(s * 67 + p)) % 60000 * interval '1 ms') as told (type, at),
                lateral (select p > 0 and p % 11 <> 10) as kind (run)
            order by at""";

    private SemesterData() {}

    /** Fills an empty, migrated database as its owner. */
    static void write(Connection owner) throws SQLException {
        for (String sql : new String[] {CLASSES, USERS, TEACHERS, ENROLMENTS, NOTEBOOKS, PAST_MONTHS, SESSIONS, KEYS}) {
            execute(owner, sql.replace("$1", "'" + TEACHER + "'"));
        }
        for (int week = 0; week < WEEKS; week++) {
            execute(owner, EVENTS.replace("$1", Integer.toString(week)));
        }
        execute(owner, "vacuum analyze");
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The id that the SQL made of a name such as {@code class0}, {@code student0-17}, {@code notebook0-14}. */
    static UUID id(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(digest);
            return new UUID(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException absent) {
            throw new AssertionError(absent);
        }
    }
}
