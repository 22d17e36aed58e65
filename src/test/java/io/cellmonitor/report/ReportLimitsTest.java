package io.cellmonitor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.history.TimeRange;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.pipeline.WaitingReads;
import io.cellmonitor.roster.ListedStudents;
import io.cellmonitor.servers.TestServers;
import io.cellmonitor.store.relational.CellReads;
import io.cellmonitor.store.relational.ReportReads;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reports may cost, and what is said to who asks for more. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ReportLimitsTest {

    private static final int EVENTS = 7;

    @Inject
    StoredClass stored;

    @Inject
    ClassDirectory directory;

    @Inject
    ListedStudents students;

    @Inject
    CellReads cells;

    @Inject
    ReportReads reads;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private TaughtClassroom classroom;

    @BeforeEach
    void aClassThatDidSomething() {
        classroom = TaughtClassroom.open();
        classroom.send(IntStream.range(0, EVENTS)
                .mapToObj(cell -> """
                        {"eventType":"cell_executed","eventId":"e%1$d","userId":"u1","notebookPath":"a.ipynb","cellIndex":%1$d,
                         "code":"1"}""".formatted(cell))
                .toList()
                .toString());
        stored.awaitWholeLog();
    }

    private Uni<Report> report(int mostEvents) {
        UUID teacher = UUID.fromString(stored.text(
                "select user_id from enrolments where role = 'teacher' and class_id = '" + classroom.id() + "'"));
        Reports.Limits limits = new Reports.Limits(mostEvents, 1, Duration.ofSeconds(20));
        TimeRange hour = new TimeRange(Instant.now().minusSeconds(3600), Instant.now());
        return new Reports(directory, students, cells, reads, limits).of(teacher, classroom.id(), hour);
    }

    @Test
    void oneOfTooManyEventsIsRefused() {
        assertThatThrownBy(() -> report(EVENTS - 1).await().atMost(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(422);
                    assertThat(problem.getParameters())
                            .containsEntry("field", "from")
                            .containsEntry("limit", "max 6 events");
                });
        assertThat(report(EVENTS).await().atMost(Duration.ofSeconds(20)).students())
                .hasSize(1);
    }

    @Test
    void aThirdAtOnceComesAgainLaterAndTheTwoAreMade() throws Exception {
        List<CompletableFuture<Integer>> two;
        try (WaitingReads waiting = WaitingReads.of(owner, "help_requests")) {
            two = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> ask().statusCode(), Thread::startVirtualThread))
                    .limit(2)
                    .toList();
            waiting.await(2);
            ask().then().statusCode(503).header("Retry-After", "5").contentType("application/problem+json");
        }
        assertThat(two).extracting(CompletableFuture::join).containsOnly(200);
    }

    private Response ask() {
        return classroom.asTeacher().get("/api/v1/classes/" + classroom.id() + "/report");
    }
}
