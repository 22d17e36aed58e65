package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is remembered of one student. It changes by events alone; what time changes is derived ({@link StandingRules}). */
final class Student {

    private static final int RECENT_RUNS = 10;

    private final UUID id;
    private final RecentIds seen;
    private final StudentCells cells;
    private final NotebookCopies copies;
    private final Deque<RecentRun> recentRuns;
    private Presence presence;
    private int executions;
    private int errors;
    private @Nullable Instant kernelDiedAt;
    private boolean isKernelBack;
    private Instant workingSince;
    private @Nullable Instant finishedSince;
    private @Nullable HelpRequest help;
    private int timesHelped;
    private final UnseenHints hints;
    private boolean isTold;
    private int untoldRuns;

    Student(SavedStudent saved) {
        id = saved.id();
        seen = new RecentIds(saved.seen());
        presence = saved.presence();
        executions = saved.executions();
        errors = saved.errors();
        kernelDiedAt = saved.kernelDiedAt();
        isKernelBack = saved.isKernelBack();
        workingSince = saved.workingSince();
        finishedSince = saved.finishedSince();
        cells = new StudentCells(saved.cells(), saved.notebooks());
        copies = new NotebookCopies(saved.copies());
        recentRuns = new ArrayDeque<>(saved.recentRuns());
        help = saved.help();
        timesHelped = saved.timesHelped();
        hints = new UnseenHints(saved.hints());
    }

    /** A student's first event. */
    static Student first(UUID id, Instant when) {
        return new Student(new SavedStudent(
                id,
                new byte[0],
                Presence.first(when),
                0,
                0,
                null,
                false,
                when,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                List.of()));
    }

    boolean isNew(String eventId) {
        return seen.add(eventId);
    }

    void moves(LoggedEvent event) {
        presence = presence.after(event);
    }

    void learnsNotebook(Envelope envelope) {
        cells.learnNotebook(envelope);
    }

    NotebookCopies copies() {
        return copies;
    }

    /** Counts a run; gives the cell as it stands now, or null when the event names none. */
    @Nullable
    CellRuns runs(PlacedEvent placed, boolean failed, boolean late, int failingRuns) {
        LoggedEvent event = placed.event();
        executions++;
        errors += failed ? 1 : 0;
        if (!late) {
            remember(RecentRun.of(event, failed));
            // Behind a restart a failed run, too, shows that the kernel lives: what is wrong then is the code.
            kernelDiedAt = failed && !isKernelBack ? kernelDiedAt : null;
        }
        return cells.run(placed, failed, late, failingRuns);
    }

    private void remember(RecentRun run) {
        recentRuns.addLast(run);
        if (recentRuns.size() > RECENT_RUNS) {
            recentRuns.removeFirst();
        }
        untoldRuns++;
    }

    void kernelDied(Instant when) {
        kernelDiedAt = when;
        isKernelBack = false;
    }

    void kernelIsBack() {
        isKernelBack = true;
    }

    void asks(HelpRequest request) {
        boolean wasOpen = help != null && help.state().isOpen();
        timesHelped += wasOpen && request.state() == HelpState.RESOLVED ? 1 : 0;
        help = request;
    }

    void worksSince(Instant when) {
        workingSince = when;
    }

    /** Notes when the notebook in hand became finished, or that it is not. */
    void checkFinished(Instant when) {
        boolean finished = cells.isFinished(presence.notebook());
        finishedSince = !finished ? null : finishedSince == null ? when : finishedSince;
    }

    /** As whoever knows the student as of the {@link #change} before needs it. */
    StudentView change(Standing standing) {
        boolean newRunsOnly = isTold && untoldRuns < recentRuns.size();
        List<RecentRun> runs = List.copyOf(recentRuns);
        StudentView change =
                view(standing, newRunsOnly ? runs.subList(runs.size() - untoldRuns, runs.size()) : runs, newRunsOnly);
        isTold = true;
        untoldRuns = 0;
        return change;
    }

    StudentView view(Standing standing) {
        return view(standing, List.copyOf(recentRuns), false);
    }

    private StudentView view(Standing standing, List<RecentRun> runs, boolean newRunsOnly) {
        Integer total = cells.total(presence.notebook());
        int completed = cells.completed(presence.notebook());
        Double progress = total == null || total == 0 ? null : Math.round(1000.0 * completed / total) / 10.0;
        return new StudentView(
                id,
                null,
                standing.state().label(),
                standing.since(),
                standing.reason(),
                standing.active(),
                standing.need(),
                presence.lastSeen(),
                presence.notebook(),
                presence.notebookPath(),
                presence.cellId(),
                presence.cellIndex(),
                executions,
                errors,
                completed,
                total,
                progress,
                runs,
                newRunsOnly);
    }

    SavedStudent saved() {
        return new SavedStudent(
                id,
                seen.saved(),
                presence,
                executions,
                errors,
                kernelDiedAt,
                isKernelBack,
                workingSince,
                finishedSince,
                cells.saved(),
                cells.savedNotebooks(),
                copies.saved(),
                new ArrayList<>(recentRuns),
                help,
                timesHelped,
                hints.all());
    }

    UUID id() {
        return id;
    }

    Presence presence() {
        return presence;
    }

    Collection<CellRuns> cells() {
        return cells.all();
    }

    /** Whether they went on without a cell. */
    boolean hasLeft(CellRuns failing) {
        return cells.isAnotherPassedSince(failing);
    }

    @Nullable
    Instant kernelDiedAt() {
        return kernelDiedAt;
    }

    Instant workingSince() {
        return workingSince;
    }

    @Nullable
    Instant finishedSince() {
        return finishedSince;
    }

    /** The latest, however far it is. */
    @Nullable
    HelpRequest help() {
        return help;
    }

    /** Today. */
    int timesHelped() {
        return timesHelped;
    }

    UnseenHints hints() {
        return hints;
    }
}
