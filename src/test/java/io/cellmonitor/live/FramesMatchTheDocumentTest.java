package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.cellmonitor.classroom.Lesson;
import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.trace.Tracing;
import io.cellmonitor.watch.WatchedLesson;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real frames against the schemas of asyncapi.yaml. */
class FramesMatchTheDocumentTest {

    private final Lesson lesson = new Lesson();
    private final WatchedLesson watched = new WatchedLesson();
    private final Frames frames = new Frames(WatchedLesson.JSON, new DashboardBuild("5ab0c1d2"));
    private final JsonNode document = document();

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(new AsyncApiResource().document());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void isA(String schema, JsonNode frame) {
        ObjectNode root = WatchedLesson.JSON.createObjectNode();
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.path("components"));
        JsonSchema checked = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root);
        assertThat(checked.validate(frame)).as(frame.toString()).isEmpty();
    }

    private JsonNode read(Frame frame) throws IOException {
        return WatchedLesson.JSON.readTree(frame.toString());
    }

    @Test
    void snapshotsAndDeltas() {
        TestSocket client = new TestSocket();
        ClassChannel channel = new ClassChannel(watched.watched(), frames, new LiveFigures(), Tracing.OFF);
        watched.watched().add(channel);
        LiveConnection connection = new LiveConnection(client, () -> {}, new LiveFigures());
        FrameRoom room = new FrameRoom(1 << 20, () -> {});
        channel.catchUp(connection, null, Lesson.START, room);
        watched.happen(lesson.opened(Lesson.HANAKO, 1, new CellRef("a", "code")));
        for (int second = 2; second < 6; second++) {
            watched.happen(lesson.run(Lesson.HANAKO, "a", true, second));
        }
        LoggedEvent asked = lesson.event(Lesson.TARO, "help", 7);
        watched.happen(asked);
        HelpReference claim = HelpReference.toRequest(asked.id(), Lesson.student("teacher"));
        watched.happen(lesson.helps(Lesson.TARO, "help_claimed", claim, 7));
        watched.happen(lesson.helps(Lesson.TARO, "help_on_my_way", claim, 7));
        watched.happen(lesson.event(Lesson.TARO, "help_stop", 8));
        watched.watched().snapshot(Lesson.second(400));
        channel.catchUp(connection, null, Lesson.second(400), room);
        assertThat(client.store().frames).hasSizeGreaterThan(8);
        for (JsonNode frame : client.store().frames) {
            isA(frame.path("type").asText().equals("delta") ? "Delta" : "Snapshot", frame);
            frame.path("events").forEach(event -> assertThat(event).noneMatch(JsonNode::isNull));
        }
    }

    @Test
    void statusAndBye() throws IOException {
        Map<String, Frames.Lag> lag = Map.of("relational", new Frames.Lag(3, 12));
        isA("Status", read(frames.status(new StreamId(1, 0), Lesson.START, "one", lag, null)));
        isA("Status", read(frames.status(new StreamId(1, 0), Lesson.START, "one", lag, Lesson.START)));
        JsonNode status = read(frames.status(new StreamId(1, 0), Lesson.START, "one", lag, null));
        assertThat(status.path("build").asText()).isEqualTo("5ab0c1d2");
        Frames without = new Frames(WatchedLesson.JSON, new DashboardBuild(null));
        isA("Status", read(without.status(new StreamId(1, 0), Lesson.START, "one", lag, null)));
        for (Farewell farewell : Farewell.values()) {
            isA("Bye", read(frames.bye(farewell)));
        }
    }
}
