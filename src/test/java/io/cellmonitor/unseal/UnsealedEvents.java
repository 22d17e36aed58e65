package io.cellmonitor.unseal;

import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.seal.EventSealer;
import io.cellmonitor.seal.KeysetFile;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Prints the stored events of the demo, oldest first, opened: one event's JSON a line. Arguments: the owner's address of PostgreSQL
 * ({@code postgresql://user:password@host:port/database}) and the keyset's file. For tests and for people who debug the demo.
 */
public final class UnsealedEvents {

    private UnsealedEvents() {}

    /** See the class. */
    public static void main(String[] arguments) throws SQLException {
        EventSealer sealer =
                new EventSealer(KeysetFile.read(Path.of(arguments[1])).sealer());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Connection connection = connect(URI.create(arguments[0]));
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "select user_id, event_id, sealed from learning_events order by log_ms, log_seq")) {
            while (rows.next()) {
                UUID student = rows.getObject("user_id", UUID.class);
                byte[] words = sealer.open(student, rows.getString("event_id"), rows.getBytes("sealed"));
                LearningEvent event = LearningEventJson.fromBytes(words);
                out.println(new String(LearningEventJson.toBytes(event), StandardCharsets.UTF_8));
            }
        }
    }

    private static Connection connect(URI address) throws SQLException {
        String[] login = address.getUserInfo().split(":", 2);
        String place = "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath();
        return DriverManager.getConnection(place, login[0], login[1]);
    }
}
