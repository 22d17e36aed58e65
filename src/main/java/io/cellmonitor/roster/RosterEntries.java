package io.cellmonitor.roster;

import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Pseudonym;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whom the roster of a class knows, for somebody who joins it. */
@ApplicationScoped
public class RosterEntries {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final String FIND =
            "select user_id, display_name from roster_entries where class_id = $1 and user_id = any ($2)";

    private final Pool reader;
    private final BlindIndex index;

    /** {@code reader}: who asks is nobody yet. */
    RosterEntries(@ReactiveDataSource("reader") Pool reader, BlindIndex index) {
        this.reader = reader;
        this.index = index;
    }

    /** The entry of a {@link StudentNumbers#normal} number; empty when there is none, or no roster. */
    public Uni<Optional<RosterEntry>> find(JoinedClass monitored, String number) {
        List<String> usernames = StudentNumbers.spellings(number).stream()
                .map(spelling -> username(index, monitored, spelling))
                .toList();
        UUID[] students = usernames.stream().map(Pseudonym::of).toArray(UUID[]::new);
        return reader.preparedQuery(FIND)
                .execute(Tuple.of(monitored.id(), students))
                .map(rows -> first(rows, monitored, usernames))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** Who a number is, in a class: the same as an API key of its realm says by {@code userId}. */
    static String username(BlindIndex index, JoinedClass monitored, String number) {
        return index.ofStudent(monitored.realm(), "userId", number);
    }

    private static Optional<RosterEntry> first(RowSet<Row> rows, JoinedClass monitored, List<String> usernames) {
        Map<UUID, String> names = new HashMap<>();
        rows.forEach(row -> names.put(row.getUUID("user_id"), row.getString("display_name")));
        return usernames.stream()
                .filter(username -> names.containsKey(Pseudonym.of(username)))
                .findFirst()
                .map(username -> new RosterEntry(new StudentSubject(
                        username,
                        monitored.id(),
                        Base64.getDecoder().decode(String.valueOf(names.get(Pseudonym.of(username)))))));
    }
}
