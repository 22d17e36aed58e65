package io.cellmonitor.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Summaries in Redis ({@code class_summary:notebook_<id>}, five minutes), under each notebook in use and, to be found by class alone, under
 * {@code class_summary:class_<id>}. They hold pseudonyms and numbers, no names and no words (promise 11).
 */
@ApplicationScoped
class KeptSummaries {

    private static final String KEY = "class_summary:notebook_";
    private static final String BY_CLASS = "class_summary:class_";
    private static final long SECONDS = 300;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Redis redis;
    private final ObjectMapper json;

    KeptSummaries(Redis redis, ObjectMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /** The commands that keep it. */
    List<Request> keeping(ClassSummary summary) {
        String value = write(summary.keptWithoutWords());
        List<Request> commands = new ArrayList<>();
        commands.add(Request.cmd(Command.SETEX)
                .arg(BY_CLASS + summary.classId())
                .arg(SECONDS)
                .arg(value));
        summary.students().stream()
                .map(student -> student.notebook())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(notebook -> commands.add(Request.cmd(Command.SETEX)
                        .arg(KEY + notebook)
                        .arg(SECONDS)
                        .arg(value)));
        return commands;
    }

    /** What was kept of a class; empty when nothing is, or Redis is away. */
    Uni<Optional<ClassSummary>> find(UUID classId) {
        return Uni.createFrom()
                .completionStage(() -> redis.send(Request.cmd(Command.GET).arg(BY_CLASS + classId))
                        .toCompletionStage())
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .map(this::read)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Optional<ClassSummary> read(@Nullable Response value) {
        try {
            return value == null ? Optional.empty() : Optional.of(json.readValue(value.toString(), ClassSummary.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String write(ClassSummary summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary cannot be written", e);
        }
    }
}
