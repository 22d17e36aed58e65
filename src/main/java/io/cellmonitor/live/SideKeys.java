package io.cellmonitor.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.recurrence.Recurring;
import io.cellmonitor.watch.ClassSnapshot;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The keys in Redis that other programs read: who is connected, what each student has in hand, each class in numbers. Written every 10 s in
 * pipelines that nobody waits for; what is lost is written again.
 */
@ApplicationScoped
class SideKeys {

    private static final Logger LOGGER = Logger.getLogger(SideKeys.class);
    private static final String CONNECTIONS = "websocket_connections";
    private static final int MAX_COMMANDS = 500;
    private static final Duration DEAD = Duration.ofSeconds(60);

    @RegisterForReflection
    record ConnectionEntry(UUID user, UUID classId, String instance, Instant lastActivity) {}

    @RegisterForReflection
    record StudentEntry(UUID classId, UUID notebook, String notebookPath, Instant lastActivity) {}

    private final Redis redis;
    private final LiveHub hub;
    private final StatusSource status;
    private final KeptSummaries summaries;
    private final ObjectMapper json;

    SideKeys(Redis redis, LiveHub hub, StatusSource status, KeptSummaries summaries, ObjectMapper json) {
        this.redis = redis;
        this.hub = hub;
        this.status = status;
        this.summaries = summaries;
        this.json = json;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        // Off the event loop: a line of JSON for each student of each watched class.
        Recurring.every(
                vertx,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                () -> Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(this::write));
    }

    void write() {
        Instant now = Instant.now();
        List<Request> commands = new ArrayList<>(connections(now));
        hub.viewers().all().stream().map(Viewer::channel).distinct().forEach(channel -> {
            ClassSnapshot snapshot = channel.watched().snapshot(now);
            commands.addAll(summaries.keeping(ClassSummary.of(snapshot)));
            snapshot.picture().students().forEach(student -> addStudent(commands, snapshot, student, now));
        });
        send(commands)
                .compose(done -> redis.send(Request.cmd(Command.HGETALL).arg(CONNECTIONS)))
                .onSuccess(found -> sweep(found, now))
                .onFailure(failure -> LOGGER.debug("the side keys were not written"));
    }

    private List<Request> connections(Instant now) {
        List<Request> commands = new ArrayList<>();
        List<Viewer> viewers = List.copyOf(hub.viewers().all());
        for (int from = 0; from < viewers.size(); from += MAX_COMMANDS) {
            Request command = Request.cmd(Command.HSET).arg(CONNECTIONS);
            viewers.subList(from, Math.min(viewers.size(), from + MAX_COMMANDS))
                    .forEach(viewer -> command.arg(viewer.id())
                            .arg(text(new ConnectionEntry(
                                    viewer.place().user(), viewer.place().classId(), status.instance(), now))));
            commands.add(command);
        }
        return commands;
    }

    /** In pipelines one after the other: the client takes no more commands at once than it has places for replies. */
    private Future<Void> send(List<Request> commands) {
        if (commands.isEmpty()) {
            return Future.succeededFuture();
        }
        int size = Math.min(MAX_COMMANDS, commands.size());
        return redis.batch(commands.subList(0, size)).compose(done -> send(commands.subList(size, commands.size())));
    }

    private void addStudent(List<Request> commands, ClassSnapshot snapshot, StudentView student, Instant now) {
        boolean recent = student.lastSeen().isAfter(now.minusSeconds(30));
        if (recent && student.notebook() != null) {
            String path = Objects.requireNonNullElse(student.notebookPath(), "");
            StudentEntry entry =
                    new StudentEntry(snapshot.monitored().id(), student.notebook(), path, student.lastSeen());
            commands.add(Request.cmd(Command.SETEX)
                    .arg("session:user_" + student.student())
                    .arg(3600)
                    .arg(text(entry)));
        }
    }

    /** Takes out what this instance has closed, and what a dead one left. */
    private void sweep(Response found, Instant now) {
        Request remove = Request.cmd(Command.HDEL).arg(CONNECTIONS);
        boolean any = false;
        for (String id : found.getKeys()) {
            if (isGone(id, found.get(id).toString(), now)) {
                remove.arg(id);
                any = true;
            }
        }
        if (any) {
            redis.send(remove);
        }
    }

    private boolean isGone(String id, String value, Instant now) {
        try {
            ConnectionEntry entry = json.readValue(value, ConnectionEntry.class);
            boolean ours = entry.instance().equals(status.instance());
            boolean closed = ours && hub.viewers().find(id) == null;
            return closed || entry.lastActivity().isBefore(now.minus(DEAD));
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private String text(Object entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a side key cannot be written", e);
        }
    }
}
