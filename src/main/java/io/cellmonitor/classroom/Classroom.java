package io.cellmonitor.classroom;

import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class as the fold over its events, in log order; live, replay and reports are this one fold. It has no clock: {@link #at} says how far
 * time has gone. For one thread at a time.
 */
public final class Classroom {

    /** Who comes to a class's day after this many is stored like everybody, but not shown: a fold's memory is bounded. */
    public static final int MAX_STUDENTS = 2_000;

    private final Rules rules;
    private final ClassDay classDay;
    private final StandingRules standings;
    private final Map<UUID, Student> students = new LinkedHashMap<>();
    private final ShownStandings shown;
    private final Changes changes = new Changes();
    private ErrorSeconds errorSeconds;
    private SharedNotebooks notebooks;
    private Clusters clusters;
    private EventFold fold;
    private HelpQueue queue = new HelpQueue();
    private LocalDate day;
    private StreamId position;
    private Instant now;

    /** An empty class at {@code start}, of the day of that place in the log. */
    public Classroom(Rules rules, ClassDay classDay, StreamId start) {
        this(rules, classDay, ClassroomState.empty(classDay.of(start.receivedAt()), start));
    }

    /** A class as it was saved. */
    public Classroom(Rules rules, ClassDay classDay, ClassroomState saved) {
        this.rules = rules;
        this.classDay = classDay;
        this.standings = new StandingRules(rules);
        this.shown = new ShownStandings(standings);
        this.day = saved.day();
        this.position = saved.at();
        this.now = saved.at().receivedAt();
        this.errorSeconds = new ErrorSeconds(saved.errorSeconds());
        this.notebooks = new SharedNotebooks(saved.notebooks());
        this.clusters = new Clusters(saved.clusters(), changes);
        this.fold = new EventFold(rules, standings, changes, errorSeconds, clusters);
        saved.students().forEach(student -> students.put(student.id(), new Student(student)));
        students.values().forEach(student -> shown.look(student, now));
        // What fell due before the state was saved may not have been noticed yet.
        shown.lookSoon();
    }

    /**
     * Folds the next event in log order. False when it changes nothing but {@link #position}: it was folded already, its id is among the
     * latest of its student, the student is one more than {@link #MAX_STUDENTS}, or a teacher helps somebody who is not there today.
     */
    public boolean apply(LoggedEvent event) {
        if (event.id().compareTo(position) <= 0) {
            return false;
        }
        position = event.id();
        startDay(event.receivedAt());
        Student student = student(event);
        if (student == null || !student.isNew(event.envelope().eventId())) {
            return false;
        }
        now = now.isBefore(event.receivedAt()) ? event.receivedAt() : now;
        PlacedEvent placed = notebooks.place(student, event);
        notebookChanged(placed);
        fold.apply(student, placed);
        if (shown.look(student, now)) {
            changes.student(student.id());
        }
        return true;
    }

    /** What became a cell of all, or is so no more, is so for everybody who ran it; that is rare. */
    private void notebookChanged(PlacedEvent placed) {
        SharedNotebook notebook = placed.notebook();
        if (notebook == null || !placed.isNotebookChanged()) {
            return;
        }
        changes.notebook(notebook.id());
        if (placed.flipped().isEmpty()) {
            return;
        }
        for (Student student : students.values()) {
            student.cells().stream()
                    .filter(cell -> notebook.id().equals(cell.key().notebook()))
                    .filter(cell ->
                            cell.sharedCell() != null && placed.flipped().contains(cell.sharedCell()))
                    .forEach(cell -> changes.cell(student.id(), cell, notebook));
        }
    }

    private @Nullable Student student(LoggedEvent event) {
        UUID id = event.envelope().student();
        if (!students.containsKey(id)
                && (students.size() >= MAX_STUDENTS
                        || EventTypes.isOursAlone(event.envelope().eventType()))) {
            return null;
        }
        return students.computeIfAbsent(id, key -> Student.first(key, event.occurredAt()));
    }

    /** Moves on past an event that is not a student's. */
    public void passOver(StreamId id) {
        position = position.compareTo(id) < 0 ? id : position;
        startDay(id.receivedAt());
    }

    /** Lets time go on to {@code instant} (never back), and marks what it alone changed. */
    public void at(Instant instant) {
        if (instant.isBefore(now)) {
            return;
        }
        now = instant;
        startDay(instant);
        if (!shown.isLookDue(instant)) {
            return;
        }
        shown.lookAtAll();
        for (Student student : students.values()) {
            boolean lapsed = fold.lapse(student, instant);
            if (shown.look(student, instant) || lapsed) {
                changes.student(student.id());
            }
        }
    }

    /** A new day begins with nobody there: its counts are its own. */
    private void startDay(Instant instant) {
        LocalDate next = classDay.of(instant);
        if (!next.isAfter(day)) {
            return;
        }
        day = next;
        students.clear();
        shown.clear();
        changes.clear();
        errorSeconds = new ErrorSeconds(Map.of());
        notebooks = new SharedNotebooks(List.of());
        clusters = new Clusters(List.of(), changes);
        fold = new EventFold(rules, standings, changes, errorSeconds, clusters);
        queue = new HelpQueue();
    }

    /** What changed since this was asked last, as it is now; of a student's runs those since then ({@link StudentView#newRunsOnly}). */
    public Picture takeChanges() {
        if (changes.hasHelp()) {
            Map<UUID, HelpQueue.Place> places = HelpQueue.places(students.values());
            queue.moved(places).forEach(id -> changes.help(help(id, places)));
        }
        return changes.take(
                id -> Objects.requireNonNull(students.get(id)).change(shown.of(id)),
                clusters::view,
                id -> Objects.requireNonNull(notebooks.of(id)).view());
    }

    /** Whether {@link #takeChanges} would give anything. */
    public boolean hasChanges() {
        return !changes.isEmpty();
    }

    /** All of the class, as it is now; of help requests the open ones. */
    public Picture picture() {
        return new Picture(
                students.keySet().stream().map(this::view).toList(),
                students.values().stream()
                        .flatMap(student -> student.cells().stream().map(cell -> view(student, cell)))
                        .toList(),
                openHelp(),
                clusters.views(),
                notebooks.views());
    }

    private CellView view(Student student, CellRuns cell) {
        return CellView.of(student.id(), cell, notebooks.of(cell.key().notebook()));
    }

    private List<HelpView> openHelp() {
        Map<UUID, HelpQueue.Place> places = HelpQueue.places(students.values());
        return students.values().stream()
                .filter(student ->
                        student.help() != null && student.help().state().isOpen())
                .map(student -> help(student.id(), places))
                .toList();
    }

    private HelpView help(UUID id, Map<UUID, HelpQueue.Place> places) {
        HelpQueue.Place place = places.get(id);
        return Objects.requireNonNull(Objects.requireNonNull(students.get(id)).help())
                .view(id, place == null ? null : place.number());
    }

    /** A student's latest asking for help, however far it is; empty when they did not ask today. */
    public Optional<HelpView> help(UUID student) {
        return Optional.ofNullable(students.get(student))
                .filter(known -> known.help() != null)
                .map(known -> help(student, HelpQueue.places(students.values())));
    }

    /** The request of that place in the log, if it is its student's latest one. */
    public Optional<HelpView> request(StreamId request) {
        return students.values().stream()
                .filter(student -> student.help() != null && student.help().id().equals(request))
                .findFirst()
                .flatMap(student -> help(student.id()));
    }

    /** The hints of today that a student has not seen, oldest first, the latest ten. */
    public List<Hint> hints(UUID student) {
        Student known = students.get(student);
        return known == null ? List.of() : known.hints().all();
    }

    /** The ids of all of these. */
    public Set<UUID> unseenHints() {
        return students.values().stream()
                .flatMap(student -> student.hints().all().stream())
                .map(Hint::id)
                .collect(Collectors.toSet());
    }

    /** A cluster and everybody who was in it today, in the order in which they came; empty when there is none of that id. */
    public Optional<ClusterMembers> cluster(String id) {
        return clusters.members(id).map(members -> {
            ClusterView cluster = clusters.view(id);
            List<CellView> cells = members.stream()
                    .map(member -> students.get(member.student()))
                    .filter(Objects::nonNull)
                    .flatMap(student -> student.cells().stream()
                            .filter(cell -> Objects.equals(cell.key().notebook(), cluster.notebook()))
                            .filter(cell -> Objects.equals(cell.sharedCell(), cluster.cellId()))
                            .map(cell -> view(student, cell)))
                    .toList();
            return new ClusterMembers(cluster, members, cells);
        });
    }

    /** A student as they are now; empty for one who is not there today. */
    public Optional<StudentView> student(UUID student) {
        return students.containsKey(student) ? Optional.of(view(student)) : Optional.empty();
    }

    private StudentView view(UUID id) {
        return Objects.requireNonNull(students.get(id)).view(shown.of(id));
    }

    /** The class in numbers, as it is now. */
    public Totals totals() {
        return Totals.of(picture(), errorSeconds.upTo(now));
    }

    /** All that is to be saved. */
    public ClassroomState state() {
        return new ClassroomState(
                day,
                position,
                students.values().stream().map(Student::saved).toList(),
                errorSeconds.saved(),
                notebooks.saved(),
                clusters.saved());
    }

    /** Whether there are {@link #MAX_STUDENTS}. */
    public boolean isFull() {
        return students.size() >= MAX_STUDENTS;
    }

    /** The last place in the log that was folded. */
    public StreamId position() {
        return position;
    }

    /** The class's day that is counted. */
    public LocalDate day() {
        return day;
    }
}
