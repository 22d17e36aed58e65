package io.cellmonitor.history;

import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.Written;
import java.util.UUID;

/** A database with the class of {@link Written}, its teacher, and a teacher who teaches nothing. */
final class OneTeachersClass {

    static final UUID TEACHER = new UUID(7, 7);
    static final UUID STRANGER = new UUID(8, 8);

    private OneTeachersClass() {}

    static TestDatabase on(String server, String zone) {
        TestDatabase database = TestDatabase.on(server);
        database.ask("insert into classes (id, name, zone) values ($1, '情報', $2)", Written.CLASS, zone);
        database.ask(
                "insert into users (id, username, role) values ($1, 't', 'teacher'), ($2, 's', 'teacher')",
                TEACHER,
                STRANGER);
        database.ask(
                "insert into enrolments (class_id, user_id, role) values ($1, $2, 'teacher')", Written.CLASS, TEACHER);
        return database;
    }
}
