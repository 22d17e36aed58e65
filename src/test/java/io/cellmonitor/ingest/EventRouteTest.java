package io.cellmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Whoever has a key is answered the same on the short way, which only the newer name has, and on the long one. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EventRouteTest {

    /** Marks the answers to requests that the short way has not answered. */
    @ApplicationScoped
    static class LongWay {

        static final String MARK = "Long-Way";

        /** Between the short way (-220) and authentication (-200). */
        private static final int ORDER = -210;

        void register(@Observes Router router) {
            router.post("/api/v1/events").order(ORDER).handler(context -> {
                context.response().putHeader(MARK, "");
                context.next();
            });
        }
    }

    private static final String HELP = "{\"eventId\":\"h-1\",\"eventType\":\"help\",\"userName\":\"s1\"}";
    private static final String OF_NOBODY = "{\"eventId\":\"h-2\",\"eventType\":\"help\"}";

    @Test
    void whatIsTaken() {
        TaughtClassroom classroom = TaughtClassroom.open();
        assertThat(same(classroom, request -> request.body(HELP))).isEqualTo(202);
        assertThat(same(classroom, request -> request.body("[" + HELP + "]"))).isEqualTo(202);
        assertThat(same(classroom, request -> request.body("[" + HELP + "," + OF_NOBODY + "]")))
                .isEqualTo(202);
    }

    @Test
    void whatIsRefused() {
        TaughtClassroom classroom = TaughtClassroom.open();
        assertThat(same(classroom, request -> request.body(OF_NOBODY))).isEqualTo(422);
        assertThat(same(classroom, request -> request.body("[]"))).isEqualTo(422);
        assertThat(same(classroom, request -> request.body("{"))).isEqualTo(400);
        assertThat(same(classroom, request -> request.body(HELP).contentType("text/plain")))
                .isEqualTo(415);
        assertThat(same(classroom, request -> request.body(HELP).header("Content-Encoding", "gzip")))
                .isEqualTo(400);
        assertThat(same(classroom, request -> request.body("[" + (HELP + ",").repeat(500) + HELP + "]")))
                .isEqualTo(413);
        assertThat(same(
                        classroom,
                        request -> request.body(HELP.replace(
                                "\"eventType\"",
                                "\"classId\":\"00000000-0000-4000-8000-000000000000\",\"eventType\""))))
                .isEqualTo(422);
    }

    /** Nobody would see it in an answer if the short way let everything on. */
    @Test
    void whatIsTakenHasNotGoneTheLongWay() throws IOException {
        TaughtClassroom classroom = TaughtClassroom.open();
        assertThat(hasGoneTheLongWay(classroom.asSender().body(HELP))).isFalse();
        assertThat(hasGoneTheLongWay(
                        classroom.asSender().header("Content-Encoding", "gzip").body(gzip(HELP))))
                .isFalse();
        assertThat(hasGoneTheLongWay(classroom.asSender().body("{"))).isTrue();
        assertThat(hasGoneTheLongWay(given().contentType("application/json").body(HELP)))
                .isTrue();
    }

    private static boolean hasGoneTheLongWay(RequestSpecification request) {
        return request.post("/api/v1/events").headers().hasHeaderWithName(LongWay.MARK);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** The status; fails where the two ways differ. */
    private static int same(TaughtClassroom classroom, UnaryOperator<RequestSpecification> request) {
        Response shortWay = request.apply(classroom.asSender()).post("/api/v1/events");
        Response longWay = request.apply(classroom.asSender()).post("/student-progress");
        assertThat(shortWay.statusCode()).isEqualTo(longWay.statusCode());
        assertThat(shortWay.contentType()).isEqualTo(longWay.contentType());
        assertThat(answer(shortWay)).isEqualTo(answer(longWay));
        return shortWay.statusCode();
    }

    private static Map<String, Object> answer(Response response) {
        Map<String, Object> members = response.jsonPath().getMap("$");
        members.remove("instance");
        return members;
    }
}
