package io.cellmonitor.simulate;

import io.cellmonitor.classroom.Rules;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.simulate.SimulatedLesson.Truth;
import io.cellmonitor.simulate.Spell.Kind;
import io.cellmonitor.simulate.WatchedSimulation.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the rules make of a simulated lesson, against its ground truth. */
final class Evaluation {

    private static final Duration SOON = Duration.ofMinutes(3);
    /** The clock ticks each second. */
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private static final Set<String> FOUND = Set.of("stuck", "asking");

    private final SimulatedLesson lesson;
    private final WatchedSimulation watched;
    private final Map<UUID, List<Truth>> truth;
    private final Map<UUID, List<Shown>> shown;
    private final List<Boolean> firstIsWorst = new ArrayList<>();

    private Evaluation(int students, long seed, Rules rules) {
        lesson = SimulatedLesson.of(students, seed);
        truth = lesson.truth().stream().collect(Collectors.groupingBy(Truth::student));
        watched = new WatchedSimulation(lesson, rules);
        watched.watch(this::rail);
        shown = watched.shown().stream().collect(Collectors.groupingBy(Shown::student));
    }

    static Figures of(int students, long seed, Rules rules) {
        return new Evaluation(students, seed, rules).figures();
    }

    private Figures figures() {
        List<Truth> stuck = of(Kind.STUCK).stream()
                .filter(it -> Duration.between(it.from(), it.to()).compareTo(SOON) >= 0)
                .toList();
        int found = (int)
                stuck.stream().filter(it -> isFound(it, it.vain().plus(SOON))).count();
        int strictly = (int) stuck.stream()
                .filter(it -> isFound(it, it.from().plus(SOON).plus(GLANCE)))
                .count();
        List<Truth> technical = of(Kind.TECHNICAL);
        int told = (int) technical.stream().filter(this::isToldTechnical).count();
        int learning = of(Kind.STUCK).size();
        int toldLearning =
                (int) of(Kind.STUCK).stream().filter(this::isNeverTechnical).count();
        return new Figures(
                stuck.size(),
                found,
                strictly,
                falseAlarms(),
                technical.size() + learning,
                told + toldLearning,
                ClusterFigures.of(lesson, watched.classroom()),
                firstIsWorst.size(),
                (int) firstIsWorst.stream().filter(right -> right).count());
    }

    private List<Truth> of(Kind kind) {
        return lesson.truth().stream().filter(it -> it.spell().kind() == kind).toList();
    }

    private boolean isFound(Truth spell, Instant by) {
        return shownIn(spell.student(), spell.from(), by).stream().anyMatch(FOUND::contains);
    }

    /** Whether they were shown as technical while the kernel was dead, and as nothing of learning. */
    private boolean isToldTechnical(Truth spell) {
        List<String> states = shownIn(spell.student(), spell.from(), spell.to().minusMillis(1));
        return states.contains("technical") && !states.getLast().equals("stuck");
    }

    private boolean isNeverTechnical(Truth spell) {
        return !shownIn(spell.student(), spell.from(), spell.to().minusMillis(1))
                .contains("technical");
    }

    /** What a student was shown as in a time, that with which it began among it. */
    private List<String> shownIn(UUID student, Instant from, Instant to) {
        List<String> states = new ArrayList<>();
        for (Shown it : shown.getOrDefault(student, List.of())) {
            if (!it.at().isAfter(from)) {
                states.clear();
            }
            if (!it.at().isAfter(to)) {
                states.add(it.state());
            }
        }
        return states;
    }

    /** How often somebody was shown as stuck who was not. */
    private int falseAlarms() {
        return (int) watched.shown().stream()
                .filter(it -> it.state().equals("stuck"))
                .filter(it -> truth.getOrDefault(it.student(), List.of()).stream()
                        .filter(known -> known.spell().kind() == Kind.STUCK)
                        .noneMatch(spell -> contains(spell, it.at())))
                .count();
    }

    private static boolean contains(Truth spell, Instant at) {
        return !at.isBefore(spell.from()) && at.isBefore(spell.to());
    }

    /** Only moments count in which somebody needs the teacher: who is in trouble for three minutes, or asks, or has no kernel. */
    private void rail(Instant now, Collection<StudentView> students) {
        Map<UUID, Double> bad = truth.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.spell().kind() == Kind.STUCK || it.spell().kind() == Kind.TECHNICAL)
                .filter(it -> contains(it, now))
                .collect(Collectors.toMap(Truth::student, it -> badness(it, now), Math::max));
        boolean isThereNeed = truth.values().stream().flatMap(List::stream).anyMatch(it -> isInNeed(it, now));
        if (!isThereNeed) {
            return;
        }
        UUID first = students.stream().min(NeedOrder.at(now)).orElseThrow().student();
        double worst = bad.values().stream().max(Comparator.naturalOrder()).orElse(0.0);
        firstIsWorst.add(bad.getOrDefault(first, 0.0) >= worst);
    }

    private static boolean isInNeed(Truth spell, Instant now) {
        boolean trouble = spell.spell().kind() == Kind.STUCK || spell.spell().kind() == Kind.TECHNICAL;
        boolean asked = spell.asked() != null && !now.isBefore(spell.asked());
        boolean lasts = !now.isBefore(spell.from().plus(SOON));
        return trouble && contains(spell, now) && (spell.spell().kind() == Kind.TECHNICAL || asked || lasts);
    }

    /** Seconds lost so far; those in which one can only wait, for an answer or for a kernel, count twice. */
    private static double badness(Truth spell, Instant now) {
        double lost = seconds(spell.from(), now);
        boolean waits = spell.asked() != null && !now.isBefore(spell.asked()) && now.isBefore(spell.answered());
        double waited = spell.spell().kind() == Kind.TECHNICAL ? lost : waits ? seconds(spell.asked(), now) : 0;
        return lost + waited;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
