package io.cellmonitor.roster;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Which class a join code is of. Asked of PostgreSQL each time, so that a code that was changed is void at once. */
@ApplicationScoped
public class JoinCodes {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int PART = 3;

    private static final String CLASS = """
            select c.id, c.realm, exists (select from roster_entries r where r.class_id = c.id) as has_roster
            from classes c where %s = $1""";

    private final Pool reader;

    /** {@code reader}: who asks is nobody yet. */
    JoinCodes(@ReactiveDataSource("reader") Pool reader) {
        this.reader = reader;
    }

    /** A code as it is kept, out of one as people type it: small letters, full-width ones, blanks, without the dash. */
    public static String normal(String typed) {
        String letters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
        return letters.length() <= PART ? letters : letters.substring(0, PART) + "-" + letters.substring(PART);
    }

    /** The class of a {@link #normal} code; empty when there is none. */
    public Uni<Optional<JoinedClass>> find(String code) {
        return one("join_code", Tuple.of(code));
    }

    /** The class of this id, as one joins it. */
    Uni<Optional<JoinedClass>> of(UUID id) {
        return one("id", Tuple.of(id));
    }

    private Uni<Optional<JoinedClass>> one(String column, Tuple value) {
        return reader.preparedQuery(CLASS.formatted("c." + column))
                .execute(value)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(JoinCodes::joinedClass))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    private static JoinedClass joinedClass(Row row) {
        return JoinedClass.of(row.getUUID("id"), row.getString("realm"), row.getBoolean("has_roster"));
    }
}
