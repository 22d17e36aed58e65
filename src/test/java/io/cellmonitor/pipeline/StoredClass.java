package io.cellmonitor.pipeline;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.cellmonitor.bus.GroupLag;
import io.cellmonitor.bus.LogLag;
import io.cellmonitor.event.LearningEventJson;
import io.cellmonitor.seal.EventSealer;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the running application stored in PostgreSQL, as the owner of the database sees it. */
@Singleton
public class StoredClass {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AgroalDataSource owner;
    private final LogLag lag;
    private final EventSealer words;

    StoredClass(@DataSource("owner") AgroalDataSource owner, LogLag lag, EventSealer words) {
        this.owner = owner;
        this.lag = lag;
        this.words = words;
    }

    /** Waits until PostgreSQL has the whole log. */
    public void awaitWholeLog() {
        awaitWholeLog("relational");
    }

    /** Waits until the store of a group has the whole log. */
    public void awaitWholeLog(String group) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> lag.measure()
                                .await()
                                .atMost(LIMIT)
                                .getOrDefault(group, new GroupLag(1, 0))
                                .entries()
                        == 0);
    }

    /** Takes away all that students did, and the students. */
    public void empty() {
        awaitWholeLog();
        execute(
                "truncate learning_events, help_requests, hints, learning_sessions, session_keys, notebooks, class_states, dead_letters cascade");
        execute("delete from enrolments where role = 'student'");
        execute("delete from users where role = 'student'");
    }

    /** One number. */
    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** One text. */
    public String text(String sql) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** All events in log order, opened. */
    public List<JsonNode> events() {
        String sql = "select user_id, event_id, sealed from learning_events order by log_ms, log_seq";
        List<JsonNode> events = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                byte[] sealed = rows.getBytes("sealed");
                byte[] json = words.open(rows.getObject("user_id", UUID.class), rows.getString("event_id"), sealed);
                events.add(JSON.readTree(LearningEventJson.toBytes(LearningEventJson.fromBytes(json))));
            }
            return events;
        } catch (SQLException | IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Does as told, as the owner. */
    public void execute(String sql) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
