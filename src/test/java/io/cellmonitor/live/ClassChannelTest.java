package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cellmonitor.classroom.Lesson;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.trace.Tracing;
import io.cellmonitor.watch.WatchedLesson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promise 4: a screen sees each event once, in order, without a gap, or gets a fresh snapshot. Promise 6: memory is bounded. */
class ClassChannelTest {

    private final Lesson lesson = new Lesson();
    private final WatchedLesson watched = new WatchedLesson();
    private final Frames frames = new Frames(WatchedLesson.JSON, new DashboardBuild("5ab0c1d2"));
    private final ClassChannel channel = new ClassChannel(watched.watched(), frames, new LiveFigures(), Tracing.OFF);
    private final FrameRoom room = new FrameRoom(1 << 20, () -> {});
    private final List<Runnable> later = new ArrayList<>();
    private int second;

    ClassChannelTest() {
        watched.watched().add(channel);
    }

    private Instant now() {
        return Lesson.second(second);
    }

    private void lessonGoesOn(int events) {
        for (int i = 0; i < events; i++) {
            second += 2;
            watched.happen(lesson.run(Lesson.student("s" + i % 7), "c" + i % 5, i % 3 != 0, second));
            if (i % 20 == 0) {
                watched.happen(lesson.event(Lesson.student("s" + i % 7), i % 40 == 0 ? "help" : "help_stop", second));
            }
        }
    }

    private LiveConnection connect(TestSocket socket) {
        LiveConnection[] self = new LiveConnection[1];
        self[0] = new LiveConnection(
                socket, () -> later.add(() -> channel.restart(self[0], now(), room)), new LiveFigures());
        return self[0];
    }

    private TestSocket joined() {
        TestSocket socket = new TestSocket();
        channel.catchUp(connect(socket), null, now(), room);
        return socket;
    }

    private FrameStore fresh() {
        return joined().store();
    }

    @Test
    void deltasAddUpToAFreshSnapshot() {
        lessonGoesOn(10);
        TestSocket client = joined();
        lessonGoesOn(300);
        assertThat(client.store().eventIds).hasSize(315).doesNotHaveDuplicates();
        assertThat(client.store().state()).isEqualTo(fresh().state());
    }

    @Test
    void ofAKnownStudentAndClusterADeltaTellsWhatChanged() {
        TestSocket screen = joined();
        run("a", true);
        run("a", true);
        JsonNode delta = screen.store().frames.getLast();
        JsonNode student = delta.path("students").path(0);
        assertThat(student.path("executions").asInt()).isEqualTo(2);
        assertThat(student.path("recentRuns")).hasSize(1);
        assertThat(student.fieldNames()).toIterable().doesNotContain("name", "state", "notebook", "cellId", "total");
        JsonNode cluster = delta.path("clusters").path(0);
        assertThat(cluster.path("runs").asInt()).isEqualTo(2);
        assertThat(cluster.fieldNames()).toIterable().containsOnly("cluster", "runs", "latest");
        assertThat(screen.store().state()).isEqualTo(fresh().state());
    }

    private void run(String cell, boolean failed) {
        second += 2;
        watched.happen(lesson.run(Lesson.TARO, cell, failed, second));
    }

    @Test
    void onANewDayStudentsAreToldWholeAgain() {
        TestSocket screen = joined();
        lessonGoesOn(40);
        second += 24 * 3600;
        lessonGoesOn(40);
        assertThat(screen.store().frames)
                .filteredOn(frame -> frame.path("reset").asBoolean())
                .hasSize(1);
        assertThat(screen.store().state()).isEqualTo(fresh().state());
    }

    @Test
    void whoStopsReadingHoldsLittleAndGetsASnapshotInPlaceOfTheBacklog() {
        TestSocket steady = joined();
        TestSocket suspended = joined();
        suspended.suspend();
        lessonGoesOn(500);
        assertThat(suspended.inNetwork()).isLessThanOrEqualTo(8);
        suspended.wake();
        later.forEach(Runnable::run);
        assertThat(suspended.store().frames.getLast().path("reset").asBoolean()).isTrue();
        lessonGoesOn(5);
        assertThat(suspended.store().state()).isEqualTo(fresh().state());
        assertThat(steady.store().state()).isEqualTo(fresh().state());
    }

    @Test
    void whoStopsOnlyShortlyMissesNothingAndGetsNoSnapshot() {
        TestSocket client = joined();
        client.suspend();
        lessonGoesOn(20);
        client.wake();
        assertThat(client.store().eventIds).hasSize(21);
        assertThat(client.store().frames)
                .filteredOn(it -> it.path("type").asText().equals("snapshot"))
                .hasSize(1);
    }

    @Test
    void whoIsStillSlowAfterTenSecondsIsClosed() {
        TestSocket client = joined();
        client.suspend();
        Instant before = Instant.now();
        lessonGoesOn(200);
        channel.tidy(before.plusSeconds(9));
        assertThat(client.closed).isFalse();
        channel.tidy(Instant.now().plusSeconds(11));
        assertThat(client.closed).isTrue();
        client.wake();
        assertThat(client.store().frames.getLast().path("reason").asText()).isEqualTo("slow");
    }

    @Test
    void whoComesBackSoonGetsOnlyWhatItMissed() {
        TestSocket client = joined();
        lessonGoesOn(5);
        StreamId left = StreamId.parse(client.store().at());
        TestSocket back = new TestSocket();
        back.store().goOnFrom(client.store());
        lessonGoesOn(9);
        channel.catchUp(connect(back), left, now(), room);
        assertThat(back.store().frames)
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.path("type").asText()).isEqualTo("delta"));
        assertThat(back.store().state()).isEqualTo(fresh().state());
    }

    @Test
    void whoKnowsAPlaceThatTheRingDoesNotGetsASnapshot() {
        lessonGoesOn(5);
        TestSocket back = new TestSocket();
        channel.catchUp(connect(back), new StreamId(1, 1), now(), room);
        assertThat(back.store().frames).hasSize(1);
        assertThat(back.store().frames.getFirst().path("reset").asBoolean()).isTrue();
    }
}
