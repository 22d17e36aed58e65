package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.servers.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 2 for requests for help and hints: each event counts once, in whatever batches it comes. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class HelpRowsTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T01:00:00Z");
    private static final UUID SUZUKI = new UUID(7, 1);
    private static final UUID TANAKA = new UUID(7, 2);
    private static final UUID STUDENT = Written.student(1);

    @Parameter
    String server;

    private TestDatabase database;
    private RelationalSubscriber subscriber;
    private int count;

    @BeforeEach
    void aClass() {
        database = TestDatabase.on(server);
        database.ask("insert into classes (id, name, zone) values ($1, 'a', 'Asia/Tokyo')", Written.CLASS);
        Pool pipeline = database.pool("app_pipeline");
        subscriber = new RelationalSubscriber(pipeline, new DeadLetters(pipeline));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LoggedEvent event(String type, long second, HelpReference reference) {
        StreamId id = new StreamId(MORNING.plusSeconds(second).toEpochMilli(), count++);
        String username = reference == null || reference.teacher() == null ? "index-1" : "";
        Envelope envelope = new Envelope(
                Written.CLASS,
                STUDENT,
                username,
                "e" + count,
                type,
                null,
                null,
                null,
                null,
                null,
                "c1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                reference);
        return new LoggedEvent(id, envelope, new byte[] {1}, new byte[0]);
    }

    private LoggedEvent helps(String type, LoggedEvent request, UUID teacher, long second) {
        return event(type, second, HelpReference.toRequest(request.id(), teacher));
    }

    private void store(LoggedEvent... events) {
        subscriber.store(List.of(events)).await().atMost(Duration.ofSeconds(60));
    }

    private long number(String sql) {
        return database.number(sql);
    }

    @Test
    void promise2_aRequestGoesOneWayHoweverItsEventsAreBatchedAndHoweverOftenTheyCome() {
        LoggedEvent asked = event("help", 0, null);
        LoggedEvent heartbeat = event("help", 10, null);
        LoggedEvent first = helps("help_claimed", asked, SUZUKI, 12);
        LoggedEvent second = helps("help_claimed", asked, TANAKA, 12);
        LoggedEvent resolved = helps("help_resolved", asked, SUZUKI, 40);
        LoggedEvent ignored = event("help", 45, null);
        store(asked);
        store(asked, heartbeat);
        store(first, second);
        store(second, first);
        assertThat(number(
                        "select count(*) from help_requests where state = 'claimed' and teacher_id = '" + SUZUKI + "'"))
                .isEqualTo(1);
        store(resolved, ignored);
        store(asked, heartbeat, first, second, resolved, ignored);
        store(event("help", 50, null));
        assertThat(number("select count(*) from help_requests")).isEqualTo(1);
        assertThat(number("select count(*) from help_requests where state = 'resolved' and teacher_id = '" + SUZUKI
                        + "' and heartbeat and ended_at = '" + MORNING.plusSeconds(40) + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from users where username = ''")).isZero();
        assertThat(number("select count(*) from learning_sessions"))
                .as("what teachers do is no session of the student's")
                .isZero();
    }

    @Test
    void allInOneBatchIsTheSame() {
        LoggedEvent asked = event("help", 0, null);
        LoggedEvent claim = helps("help_claimed", asked, SUZUKI, 12);
        LoggedEvent stop = event("help_stop", 20, null);
        LoggedEvent again = event("help", 30, null);
        LoggedEvent heartbeat = event("help", 40, null);
        LoggedEvent afterSilence = event("help", 300, null);
        store(asked, claim, stop, again, heartbeat, afterSilence);
        assertThat(number("select count(*) from help_requests")).isEqualTo(3);
        assertThat(number("select count(*) from help_requests where state = 'withdrawn' and teacher_id is not null"))
                .isEqualTo(1);
        assertThat(number("select count(*) from help_requests where state = 'lapsed' and ended_at = '"
                        + MORNING.plusSeconds(100) + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from help_requests where state = 'waiting'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsGivenBackBelongsToNobodyUntilTheNextClaim() {
        LoggedEvent asked = event("help", 0, null);
        store(asked, helps("help_claimed", asked, SUZUKI, 12));
        store(helps("help_released", asked, TANAKA, 13));
        assertThat(number("select count(*) from help_requests where teacher_id = '" + SUZUKI + "'"))
                .isEqualTo(1);
        store(helps("help_released", asked, SUZUKI, 14));
        assertThat(number("select count(*) from help_requests where state = 'waiting' and teacher_id is null"
                        + " and claimed_at is null and ended_at is null"))
                .isEqualTo(1);
        store(helps("help_claimed", asked, TANAKA, 15));
        assertThat(number(
                        "select count(*) from help_requests where state = 'claimed' and teacher_id = '" + TANAKA + "'"))
                .isEqualTo(1);
    }

    @Test
    void aNewDayBeginsWithNobodyAsking() {
        store(event("help", 0, null));
        store(event("help", 86_400, null));
        assertThat(number("select count(*) from help_requests where state = 'lapsed'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from help_requests where state = 'waiting' and not heartbeat"))
                .isEqualTo(1);
    }

    @Test
    void promise2_aHintIsStoredOnceAndSeenOnce() {
        UUID hint = new UUID(9, 9);
        store(event("cell_executed", 0, null));
        LoggedEvent sent = event("hint_sent", 1, HelpReference.toHint(hint, SUZUKI));
        LoggedEvent seen = event("hint_seen", 5, new HelpReference(null, null, hint));
        LoggedEvent seenAgain = event("hint_seen", 9, new HelpReference(null, null, hint));
        store(sent, seen);
        store(sent, seen, seenAgain);
        assertThat(number("select count(*) from hints")).isEqualTo(1);
        assertThat(number("select count(*) from hints where seen_at = '" + MORNING.plusSeconds(5) + "'"))
                .isEqualTo(1);
    }

    @Test
    void theFoldReadsFromPostgresWhatTheLogSaid() {
        LoggedEvent asked = event("help", 0, null);
        LoggedEvent claim = helps("help_claimed", asked, SUZUKI, 12);
        store(asked, claim);
        Uni<List<LoggedEvent>> read =
                new EventHistory(database.pool("app_pipeline")).readAfter(Written.CLASS, StreamId.ZERO, 10);
        assertThat(read.await().atMost(Duration.ofSeconds(60)))
                .extracting(event -> event.envelope().help())
                .containsExactly(null, HelpReference.toRequest(asked.id(), SUZUKI));
    }
}
