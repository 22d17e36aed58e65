package io.cellmonitor.joining;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.JoinCodes;
import io.cellmonitor.roster.JoinedClass;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Lets in who has a class's join code, as the student that they say they are, if nobody was before. */
@ApplicationScoped
class JoinCodeGrant {

    private static final Duration LATER = Duration.ofMinutes(10);

    private final JoinCodes codes;
    private final JoinThrottle throttle;
    private final Joiners joiners;
    private final Joins joins;

    JoinCodeGrant(JoinCodes codes, JoinThrottle throttle, Joiners joiners, Joins joins) {
        this.codes = codes;
        this.throttle = throttle;
        this.joiners = joiners;
        this.joins = joins;
    }

    /** Fails with a problem: 403 for a wrong code, whatever is wrong with it; 409 where a teacher must decide; 422, 429. */
    Uni<Admitted> admit(TokenRequest wanted) {
        String code = JoinCodes.normal(Optional.ofNullable(wanted.joinCode()).orElse(""));
        throttle.take(code);
        return codes.find(code)
                .flatMap(found ->
                        found.map(monitored -> joinAs(wanted, monitored)).orElseGet(this::refuse));
    }

    private Uni<Admitted> joinAs(TokenRequest wanted, JoinedClass monitored) {
        return joiners.of(wanted, monitored)
                .flatMap(joiner -> joins.join(joiner).map(outcome -> admitted(joiner, outcome)));
    }

    private Uni<Admitted> refuse() {
        throttle.wrong();
        return Uni.createFrom()
                .failure(Problem.forbidden(
                        "join_code", "There is no class of this join code.", "the code that the teacher shows now"));
    }

    private Admitted admitted(Joiner joiner, JoinOutcome outcome) {
        return switch (outcome) {
            case JoinOutcome.Joined joined ->
                new Admitted(joiner.subject(), joiners.displayName(joiner), joiner.hasRoster(), joined.secret());
            case JoinOutcome.Waiting waiting -> throw waits(waiting.reason());
            case JoinOutcome.Refused no ->
                throw Problem.forbidden("student_number", "The teacher has refused this.", "ask the teacher");
            case JoinOutcome.TooManyWaiting full ->
                throw Problem.tooManyRequests(
                        "student_number", "Too many wait for the teacher's decision.", "ask the teacher", LATER);
        };
    }

    private static RuntimeException waits(String reason) {
        String why = reason.equals(Joiner.ALREADY_JOINED)
                ? "Somebody has joined as this student already."
                : "The class's roster does not have this student number.";
        return Problem.with(
                Problem.conflict("student_number", why + " The teacher was asked; try again when they have decided."),
                "reason",
                reason);
    }
}
