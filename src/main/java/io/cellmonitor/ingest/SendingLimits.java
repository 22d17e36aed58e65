package io.cellmonitor.ingest;

import io.cellmonitor.access.Sender;
import io.cellmonitor.event.StudentClaim;
import io.cellmonitor.ingest.Intake.Taken;
import io.cellmonitor.ingest.Intake.TakenEvent;
import io.cellmonitor.problem.Problem;
import io.github.bucket4j.TimeMeter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one sender that runs wild from taking everybody's place: so many events for each API key, and for each student with a token or behind
 * the open door; never by address, for a whole school stands behind one. What is over it gets 429, through the open door 503: older clients take
 * every 4xx for success, and would lose the run.
 */
@Singleton
final class SendingLimits {

    private final EventBuckets<String> keys;
    private final EventBuckets<StudentClaim> students;

    @Inject
    SendingLimits(
            @ConfigProperty(name = "cell-monitor.ingest.key-rate", defaultValue = "5000") int keyRate,
            @ConfigProperty(name = "cell-monitor.ingest.key-burst", defaultValue = "50000") int keyBurst,
            @ConfigProperty(name = "cell-monitor.ingest.student-rate", defaultValue = "200") int studentRate,
            @ConfigProperty(name = "cell-monitor.ingest.student-burst", defaultValue = "20000") int studentBurst) {
        this(new EventRate(keyRate, keyBurst), new EventRate(studentRate, studentBurst), TimeMeter.SYSTEM_NANOTIME);
    }

    SendingLimits(EventRate key, EventRate student, TimeMeter clock) {
        this.keys = new EventBuckets<>(key, clock);
        this.students = new EventBuckets<>(student, clock);
    }

    /** Why a request of this sender is not even read now; empty when it is. */
    Optional<HttpProblem> refusal(Sender sender) {
        if (sender.openDoor()) {
            return Optional.empty();
        }
        if (sender.student() != null) {
            return positive(students.ask(TokenClaim.of(sender.student())))
                    .map(wait -> Problem.tooManyRequests(
                            "Authorization",
                            "This student sends too many events.",
                            students.rate().description(),
                            wait));
        }
        return positive(keys.ask(sender.credential()))
                .map(wait -> Problem.tooManyRequests(
                        "Authorization",
                        "This key sends too many events.",
                        keys.rate().description(),
                        wait));
    }

    /** Why what a request brought is not taken now; empty when it is. */
    Optional<HttpProblem> refusal(Sender sender, Taken taken) {
        if (!sender.openDoor()) {
            return Optional.empty();
        }
        return perStudent(taken).keySet().stream()
                .map(students::ask)
                .max(Duration::compareTo)
                .flatMap(SendingLimits::positive)
                .map(wait -> Problem.unavailable(
                        "userName",
                        "Too many events come from one student.",
                        students.rate().description(),
                        wait));
    }

    /** Counts what was taken. What was not is not: a sender that tries again while the log is away loses nothing. */
    void charge(Sender sender, Taken taken) {
        if (sender.openDoor() || sender.student() != null) {
            perStudent(taken).forEach((student, events) -> students.charge(student, events));
        } else {
            keys.charge(sender.credential(), taken.events().size());
        }
    }

    private static Map<StudentClaim, Integer> perStudent(Taken taken) {
        return taken.events().stream()
                .map(TakenEvent::student)
                .collect(Collectors.toMap(Function.identity(), student -> 1, Integer::sum));
    }

    private static Optional<Duration> positive(Duration wait) {
        return Optional.of(wait).filter(Duration::isPositive);
    }
}
