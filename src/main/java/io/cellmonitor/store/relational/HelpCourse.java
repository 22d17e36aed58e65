package io.cellmonitor.store.relational;

import io.cellmonitor.classroom.ClassDay;
import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpRequest;
import io.cellmonitor.classroom.HelpState;
import io.cellmonitor.classroom.HelpSteps;
import io.cellmonitor.classroom.Rules;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes on with the requests for help that are stored, by the steps that the fold goes by ({@link HelpSteps}). */
final class HelpCourse {

    /** Who asks where. */
    record Key(UUID student, UUID classId) {

        /** So that two writers lock in the same order. */
        static final Comparator<Key> ORDER = Comparator.comparing(Key::student).thenComparing(Key::classId);

        static Key of(Envelope envelope) {
            return new Key(envelope.student(), envelope.classId());
        }
    }

    /** A request that is not stored yet, with the event that asked first. */
    record Asked(
            LoggedEvent event,
            HelpRequest request,
            @Nullable Instant endedAt) {

        Envelope envelope() {
            return event.envelope();
        }
    }

    /** A stored request that is no longer as it was. */
    record Changed(
            UUID student, HelpRequest request, @Nullable Instant endedAt) {}

    private static final Rules RULES = Rules.DEFAULT;

    private final HelpSteps steps = new HelpSteps(RULES.helpLapse());
    private final Map<Key, HelpRequest> latest = new HashMap<>();
    private final Map<Key, ClassDay> days = new HashMap<>();
    private final Map<StreamId, Asked> asked = new LinkedHashMap<>();
    private final Map<StreamId, Changed> changed = new LinkedHashMap<>();

    static HelpCourse of(RowSet<Row> rows) {
        HelpCourse course = new HelpCourse();
        rows.forEach(row -> {
            Key key = new Key(row.getUUID("user_id"), row.getUUID("class_id"));
            course.latest.put(key, request(row));
            course.days.put(key, new ClassDay(ZoneId.of(row.getString("zone")), row.getLocalTime("day_start")));
        });
        return course;
    }

    void happens(LoggedEvent event) {
        if (event.envelope().lateMs() > RULES.lateAfter().toMillis()) {
            return;
        }
        Key key = Key.of(event.envelope());
        HelpRequest known = known(key, event);
        Envelope said = event.envelope();
        HelpRequest next = steps.after(
                known,
                event,
                HelpSteps.asked(event, said.notebookId(), said.notebookPath(), said.cellId(), said.cellIndex()));
        if (next != null && !next.equals(known)) {
            latest.put(key, next);
            keep(key, event, next, event.receivedAt());
        }
    }

    /** A new day begins with nobody asking; what waited that long has lapsed. */
    private @Nullable HelpRequest known(Key key, LoggedEvent event) {
        HelpRequest before = latest.get(key);
        if (before == null) {
            return null;
        }
        ClassDay day = days.get(key);
        boolean isOfToday = day == null || day.of(before.id().receivedAt()).equals(day.of(event.receivedAt()));
        HelpRequest known = isOfToday ? steps.at(before, event.receivedAt()) : lapsed(before);
        if (!known.equals(before)) {
            keep(key, event, known, before.lastHeard().plus(RULES.helpLapse()));
        }
        return isOfToday ? known : null;
    }

    private static HelpRequest lapsed(HelpRequest before) {
        return before.state().isOpen() ? before.lapsed() : before;
    }

    /** {@code when}: what it is since, if it has ended; the first end counts. */
    private void keep(Key key, LoggedEvent event, HelpRequest request, Instant when) {
        Instant ended = request.state().isOpen() ? null : when;
        Asked before = asked.get(request.id());
        Changed known = changed.get(request.id());
        if (before != null) {
            asked.put(request.id(), new Asked(before.event(), request, first(before.endedAt(), ended)));
        } else if (request.id().equals(event.id())) {
            asked.put(request.id(), new Asked(event, request, ended));
        } else {
            changed.put(
                    request.id(),
                    new Changed(key.student(), request, first(known == null ? null : known.endedAt(), ended)));
        }
    }

    private static @Nullable Instant first(@Nullable Instant earlier, @Nullable Instant later) {
        return earlier == null ? later : earlier;
    }

    List<Asked> asked() {
        return new ArrayList<>(asked.values());
    }

    List<Changed> changed() {
        return new ArrayList<>(changed.values());
    }

    static @Nullable UUID teacher(HelpRequest request) {
        return request.claim() == null ? null : request.claim().teacher();
    }

    static @Nullable Instant claimedAt(HelpRequest request) {
        return request.claim() == null ? null : request.claim().at();
    }

    private static HelpRequest request(Row row) {
        UUID teacher = row.getUUID("teacher_id");
        Instant claimed = EventRows.instant(row, "claimed_at");
        return new HelpRequest(
                EventRows.id(row),
                Objects.requireNonNull(EventRows.instant(row, "asked_at")),
                HelpState.of(row.getString("state")),
                row.getBoolean("heartbeat"),
                Objects.requireNonNull(EventRows.instant(row, "heard_at")),
                teacher == null || claimed == null ? null : new HelpClaim(teacher, null, claimed),
                row.getUUID("notebook_id"),
                null,
                row.getString("cell_id"),
                row.getInteger("cell_index"));
    }
}
