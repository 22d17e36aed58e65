package io.cellmonitor.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.cellmonitor.access.ClassRules;
import io.cellmonitor.classroom.CellView;
import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.EventView;
import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.classroom.NotebookView;
import io.cellmonitor.classroom.SharedCellView;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.ClassDelta;
import io.cellmonitor.watch.ClassSnapshot;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames as JSON, each once for all sockets of a class (docs/protocol.md; {@code asyncapi.yaml} is checked against these).
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            CellView.class,
            ClassRules.class,
            ClusterView.class,
            EventView.class,
            HelpClaim.class,
            HelpView.class,
            NotebookView.class,
            SharedCellView.class,
            StudentView.class
        })
class Frames {

    @RegisterForReflection
    private record Delta(
            String type,
            String after,
            String at,
            List<EventView> events,
            List<Object> students,
            List<CellView> cells,
            List<HelpView> help,
            List<Object> clusters,
            List<NotebookView> notebooks) {}

    /** What an event has nothing of is left out of deltas: of most events that is half of the members. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    private abstract static class WithoutNulls {}

    @RegisterForReflection
    private record Status(
            String type,
            String at,
            Instant serverTime,
            String instance,
            Map<String, Lag> lag,
            boolean stale,
            @Nullable Instant staleSince,
            @Nullable String build) {}

    @RegisterForReflection
    private record Bye(String type, String reason, boolean reconnect) {}

    /** How far a store is behind the log. */
    @RegisterForReflection
    record Lag(long entries, long milliseconds) {}

    private final ObjectWriter json;
    private final @Nullable String build;

    Frames(ObjectMapper json, DashboardBuild dashboard) {
        this.json = json.copy().addMixIn(EventView.class, WithoutNulls.class).writer();
        this.build = dashboard.name();
    }

    Frame snapshot(ClassSnapshot snapshot, boolean reset) {
        return write(SnapshotFrame.of(snapshot, reset));
    }

    Frame delta(ClassDelta delta) {
        return write(new Delta(
                "delta",
                delta.after().toString(),
                delta.at().toString(),
                delta.events(),
                changed(
                        delta.changes().students(),
                        delta.before().students(),
                        StudentView::student,
                        ChangedMembers::of),
                delta.changes().cells(),
                delta.changes().help(),
                changed(
                        delta.changes().clusters(),
                        delta.before().clusters(),
                        ClusterView::cluster,
                        ChangedMembers::of),
                delta.changes().notebooks()));
    }

    private static <K, V> List<Object> changed(
            List<V> changes, Map<K, V> before, Function<V, K> key, BiFunction<@Nullable V, V, Object> members) {
        return changes.stream()
                .map(now -> members.apply(before.get(key.apply(now)), now))
                .toList();
    }

    Frame status(StreamId at, Instant now, String instance, Map<String, Lag> lag, @Nullable Instant staleSince) {
        return write(new Status("status", at.toString(), now, instance, lag, staleSince != null, staleSince, build));
    }

    Frame bye(Farewell farewell) {
        return write(new Bye("bye", farewell.reason(), farewell.reconnect()));
    }

    private Frame write(Object frame) {
        try {
            return new Frame(json.writeValueAsBytes(frame));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame cannot be written", e);
        }
    }
}
