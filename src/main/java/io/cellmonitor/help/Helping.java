package io.cellmonitor.help;

import io.cellmonitor.access.SignedIn;
import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.event.UnloggedEvent;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.watch.WatchedClass;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What teachers do about requests: through the log, whose order decides between two of them. */
@ApplicationScoped
class Helping {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final OpenedClasses classes;
    private final HelpEvents events;
    private final HelpLog log;

    Helping(OpenedClasses classes, HelpEvents events, HelpLog log) {
        this.classes = classes;
        this.events = events;
        this.log = log;
    }

    /** The request as it is then; fails with a 409 that says whose it is, or a 404 for one that the class does not know today. */
    Uni<HelpAnswer> does(HelpDeed deed, UUID classId, StreamId request, SignedIn teacher) {
        return classes.open(classId).chain(watched -> does(deed, watched, known(watched, request), teacher));
    }

    private Uni<HelpAnswer> does(HelpDeed deed, WatchedClass watched, HelpView known, SignedIn teacher) {
        if (deed.wasDone(known, teacher.user()) || !deed.isPossible(known, teacher.user())) {
            return Uni.createFrom().item(answer(deed, known, teacher));
        }
        UnloggedEvent event = events.ofTeacher(
                deed.eventType(),
                watched.monitored().id(),
                known.student(),
                teacher,
                HelpReference.toRequest(StreamId.parse(known.request()), teacher.user()),
                NotebookPlace.NOWHERE,
                Map.of());
        return log.outcome(watched, List.of(event))
                .map(folded -> folded.filter(it -> it.request().equals(known.request()))
                        .orElseThrow(() -> Problem.notFound("There is no such help request today.")))
                .map(folded -> answer(deed, folded, teacher));
    }

    private static HelpView known(WatchedClass watched, StreamId request) {
        return watched.request(request).orElseThrow(() -> {
            boolean isAhead = request.compareTo(watched.framedAt()) > 0;
            return isAhead
                    ? Problem.unavailable("This instance has not seen the request yet.", SOON)
                    : Problem.notFound("There is no such help request today.");
        });
    }

    private static HelpAnswer answer(HelpDeed deed, HelpView request, SignedIn teacher) {
        if (!deed.isDone(request, teacher.user())) {
            throw refusal(request);
        }
        return HelpAnswer.of(request);
    }

    private static HttpProblem refusal(HelpView request) {
        HelpClaim claim = request.claim();
        HttpProblem problem = Problem.with(
                Problem.conflict(
                        "request",
                        request.stillOpen() ? "Somebody else has taken it on." : "The student asks no longer."),
                "state",
                request.state());
        if (claim == null) {
            return problem;
        }
        HttpProblem whose = Problem.with(problem, "teacher_id", claim.teacher());
        return claim.name() == null ? whose : Problem.with(whose, "teacher", claim.name());
    }
}
