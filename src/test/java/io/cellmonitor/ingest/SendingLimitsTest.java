package io.cellmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.DemoClass;
import io.cellmonitor.access.Sender;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.ClassRule;
import io.cellmonitor.event.Decoding.Accepted;
import io.cellmonitor.event.Decoding.Decoded;
import io.cellmonitor.event.EventDecoder;
import io.cellmonitor.event.LearningEvent;
import io.cellmonitor.event.StudentClaim;
import io.cellmonitor.ingest.Intake.Taken;
import io.cellmonitor.ingest.Intake.TakenEvent;
import io.github.bucket4j.TimeMeter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How much one sender may send (promise 6), and that a class never meets it. */
class SendingLimitsTest {

    private static final LearningEvent HELP = help();
    private static final Sender DOOR = new Sender("open door", "demo", Set.of(DemoClass.ID), true, true);
    private static final EventRate KEY = new EventRate(5000, 50_000);
    private static final EventRate STUDENT = new EventRate(200, 20_000);

    private final Time clock = new Time();
    private final SendingLimits limits = new SendingLimits(KEY, STUDENT, clock);

    private static final class Time implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private static LearningEvent help() {
        byte[] body = "{\"eventType\":\"help\",\"userName\":\"s\"}".getBytes(StandardCharsets.UTF_8);
        ClassRule rule = any -> new ClassRule.Covered(DemoClass.ID, ZoneOffset.UTC);
        Decoded decoded = (Decoded) EventDecoder.decode(body, rule, Instant.EPOCH);
        return ((Accepted) decoded.items().getFirst()).event();
    }

    private static Sender key(String hash) {
        return new Sender(hash, "school", Set.of(DemoClass.ID), true, false);
    }

    private static Sender token(String username) {
        StudentSubject subject = new StudentSubject(username, DemoClass.ID, new byte[0]);
        return new Sender(username, "", Set.of(DemoClass.ID), false, false, subject);
    }

    private static Taken ofToken(Sender sender, int events) {
        TakenEvent event = new TakenEvent(HELP, DemoClass.ID, TokenClaim.of(Objects.requireNonNull(sender.student())));
        return new Taken(false, Collections.nCopies(events, event), List.of());
    }

    private static Taken of(String student, int events) {
        TakenEvent event = new TakenEvent(HELP, DemoClass.ID, new StudentClaim("userName", student));
        return new Taken(false, Collections.nCopies(events, event), List.of());
    }

    /** As a request is treated: asked, and counted when it was taken. */
    private Optional<HttpProblem> send(Sender sender, Taken taken) {
        Optional<HttpProblem> refusal = limits.refusal(sender).or(() -> limits.refusal(sender, taken));
        if (refusal.isEmpty()) {
            limits.charge(sender, taken);
        }
        return refusal;
    }

    /** A student's own spool is emptied at once as well, then the student waits and nobody else. */
    @Test
    void aTokenThatRunsWildIsToldSoAndNoOther() {
        Sender wild = token("0".repeat(64));
        for (int batch = 0; batch < 40; batch++) {
            assertThat(send(wild, ofToken(wild, 500))).isEmpty();
        }
        assertThat(send(wild, ofToken(wild, 1)))
                .get()
                .extracting(HttpProblem::getStatusCode)
                .isEqualTo(429);
        Sender other = token("1".repeat(64));
        assertThat(send(other, ofToken(other, 500))).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(send(wild, ofToken(wild, 1))).isEmpty();
    }

    @Test
    void aSpoolOfTenThousandIsEmptiedAtOnce() {
        for (int batch = 0; batch < 20; batch++) {
            assertThat(send(DOOR, of("s1", 500))).isEmpty();
        }
        for (int batch = 0; batch < 20; batch++) {
            assertThat(send(key("k1"), of("s1", 500))).isEmpty();
        }
    }

    @Test
    void aClassArrivesThroughOneKeyAndThroughTheDoor() {
        for (int student = 0; student < 350; student++) {
            for (int event = 0; event < 20; event++) {
                assertThat(send(key("hub"), of("s" + student, 1))).isEmpty();
                assertThat(send(DOOR, of("s" + student, 1))).isEmpty();
            }
        }
    }

    @Test
    void aClassGoesOnAllDayThroughOneKey() {
        for (int second = 0; second < 3600; second++) {
            for (int batch = 0; batch < 20; batch++) {
                assertThat(send(key("hub"), of("s" + batch, 100))).isEmpty();
            }
            clock.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void aKeyThatRunsWildIsToldToWaitAndNobodyElseIs() {
        for (int batch = 0; batch < 100; batch++) {
            assertThat(send(key("wild"), of("s1", 500))).isEmpty();
        }
        HttpProblem refusal = send(key("wild"), of("s1", 1)).orElseThrow();
        assertThat(refusal.getStatusCode()).isEqualTo(429);
        assertThat(refusal.getHeaders()).containsEntry("Retry-After", 1L);
        assertThat(refusal.getParameters())
                .containsEntry("field", "Authorization")
                .containsEntry("limit", "5000 events a second, 50000 at once");
        assertThat(send(key("calm"), of("s1", 1))).isEmpty();
        assertThat(send(DOOR, of("s1", 1))).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(send(key("wild"), of("s1", 500))).isEmpty();
    }

    @Test
    void behindTheDoorAStudentIsToldWith503() {
        for (int batch = 0; batch < 40; batch++) {
            assertThat(send(DOOR, of("wild", 500))).isEmpty();
        }
        HttpProblem refusal = send(DOOR, of("wild", 1)).orElseThrow();
        assertThat(refusal.getStatusCode()).isEqualTo(503);
        assertThat(refusal.getHeaders()).containsKey("Retry-After");
        assertThat(refusal.getParameters()).containsKeys("field", "limit");
        assertThat(refusal.getDetail()).doesNotContain("wild");
        assertThat(send(DOOR, of("calm", 1))).isEmpty();
    }

    @Test
    void whatWasNotTakenIsNotCounted() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            assertThat(limits.refusal(DOOR, of("s1", 500))).isEmpty();
        }
    }

    @Test
    void noRateIsNoLimit() {
        SendingLimits none = new SendingLimits(new EventRate(0, 1), new EventRate(0, 1), clock);
        for (int request = 0; request < 10; request++) {
            assertThat(none.refusal(key("k1"))).isEmpty();
            assertThat(none.refusal(DOOR, of("s1", 1))).isEmpty();
            none.charge(key("k1"), of("s1", 500));
        }
    }

    @Test
    void thereIsABoundForTheSendersThatAreRemembered() {
        EventBuckets<String> buckets = new EventBuckets<>(STUDENT, clock);
        for (int student = 0; student < 30_000; student++) {
            assertThat(buckets.ask("s" + student)).isZero();
        }
        assertThat(buckets.size()).isBetween(1_000L, 10_000L);
    }
}
