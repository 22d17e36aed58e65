package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is remembered of one student. It changes by events alone; what time changes is derived ({@link StandingRules}). */
final class Student {

    private static final int RECENT_RUNS = 10;
    /** A sender that names a new cell with every run must not fill the memory; further cells are counted, not kept. */
    private static final int MAX_CELLS = 5_000;

    private final UUID id;
    private final RecentIds seen;
    private final Map<CellKey, CellRuns> cells = new LinkedHashMap<>();
    private final Map<@Nullable UUID, NotebookCells> notebooks = new HashMap<>();
    private final Deque<Run> recentRuns;
    private Presence presence;
    private int executions;
    private int errors;
    private @Nullable Instant kernelDiedAt;
    private Instant workingSince;
    private @Nullable Instant finishedSince;
    private @Nullable HelpRequest help;

    Student(SavedStudent saved) {
        id = saved.id();
        seen = new RecentIds(saved.seen());
        presence = saved.presence();
        executions = saved.executions();
        errors = saved.errors();
        kernelDiedAt = saved.kernelDiedAt();
        workingSince = saved.workingSince();
        finishedSince = saved.finishedSince();
        saved.cells().forEach(cell -> cells.put(cell.key(), cell));
        saved.notebooks().forEach(notebook -> notebooks.put(notebook.notebook(), notebook));
        recentRuns = new ArrayDeque<>(saved.recentRuns());
        help = saved.help();
    }

    /** A student's first event. */
    static Student first(UUID id, Instant when) {
        return new Student(new SavedStudent(
                id, List.of(), Presence.first(when), 0, 0, null, when, null, List.of(), List.of(), List.of(), null));
    }

    boolean isNew(String eventId) {
        return seen.add(eventId);
    }

    void moves(LoggedEvent event) {
        presence = presence.after(event);
    }

    void learnsNotebook(Envelope envelope) {
        NotebookCells known = notebook(envelope.notebookId());
        if (notebooks.size() < MAX_CELLS || notebooks.containsKey(envelope.notebookId())) {
            notebooks.put(envelope.notebookId(), known.with(envelope));
        }
    }

    /** Counts a run; gives the cell as it stands now, or null when the event names none. */
    @Nullable
    CellRuns runs(LoggedEvent event, boolean failed, boolean late, int failingRuns) {
        executions++;
        errors += failed ? 1 : 0;
        Envelope envelope = event.envelope();
        if (!late) {
            remember(
                    new Run(envelope.cellId(), envelope.cellIndex(), failed, envelope.errorName(), event.occurredAt()));
            kernelDiedAt = failed ? kernelDiedAt : null;
        }
        CellKey key = CellKey.of(envelope);
        if (!key.isKnown() || cells.size() >= MAX_CELLS && !cells.containsKey(key)) {
            return null;
        }
        boolean code = envelope.cellType() == null || envelope.cellType().equals("code");
        CellRuns before = cells.getOrDefault(key, CellRuns.none(key));
        CellRuns after = late
                ? before.lateRun(code, failed, event.occurredAt())
                : before.run(envelope.cellIndex(), code, failed, event.occurredAt(), failingRuns);
        cells.put(key, after);
        return after;
    }

    private void remember(Run run) {
        recentRuns.addLast(run);
        if (recentRuns.size() > RECENT_RUNS) {
            recentRuns.removeFirst();
        }
    }

    void kernelDied(Instant when) {
        kernelDiedAt = when;
    }

    void asks(@Nullable HelpRequest request) {
        help = request;
    }

    void worksSince(Instant when) {
        workingSince = when;
    }

    /** Notes when the notebook in hand became finished, or that it is not. */
    void checkFinished(Instant when) {
        Integer total = notebook(presence.notebook()).total();
        boolean finished = total != null && total > 0 && completed() == total;
        finishedSince = !finished ? null : finishedSince == null ? when : finishedSince;
    }

    int completed() {
        NotebookCells notebook = notebook(presence.notebook());
        int count = 0;
        for (CellRuns cell : cells.values()) {
            boolean here = Objects.equals(cell.key().notebook(), presence.notebook());
            if (here && cell.isCompleted() && notebook.contains(cell.key())) {
                count++;
            }
        }
        Integer total = notebook.total();
        return total == null ? count : Math.min(count, total);
    }

    StudentView view(Standing standing) {
        Integer total = notebook(presence.notebook()).total();
        int completed = completed();
        Double progress = total == null || total == 0 ? null : Math.round(1000.0 * completed / total) / 10.0;
        return new StudentView(
                id,
                null,
                standing.state().label(),
                standing.since(),
                standing.reason(),
                standing.active(),
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
                List.copyOf(recentRuns));
    }

    SavedStudent saved() {
        return new SavedStudent(
                id,
                seen.saved(),
                presence,
                executions,
                errors,
                kernelDiedAt,
                workingSince,
                finishedSince,
                List.copyOf(cells.values()),
                List.copyOf(notebooks.values()),
                new ArrayList<>(recentRuns),
                help);
    }

    private NotebookCells notebook(@Nullable UUID notebook) {
        NotebookCells known = notebooks.get(notebook);
        return known == null ? NotebookCells.unknown(notebook) : known;
    }

    UUID id() {
        return id;
    }

    Presence presence() {
        return presence;
    }

    Collection<CellRuns> cells() {
        return cells.values();
    }

    int executions() {
        return executions;
    }

    int errors() {
        return errors;
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

    @Nullable
    HelpRequest help() {
        return help;
    }
}
