package io.cellmonitor.classroom;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.LoggedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notebooks of a class's day, each once, whatever its copies are called. A copy belongs to the notebook that shares at least half of its cells
 * with it, else to that of its path; it stays there for the day.
 */
final class SharedNotebooks {

    private static final int MAX_NOTEBOOKS = 500;
    /** Of two short notebooks that happen to share a cell nobody knows which is the copy of which. */
    private static final int SURE = 3;

    private final Map<UUID, SharedNotebook> notebooks = new LinkedHashMap<>();

    SharedNotebooks(List<SavedNotebook> saved) {
        saved.forEach(notebook -> notebooks.put(notebook.id(), new SharedNotebook(notebook)));
    }

    /** The event at its shared notebook; what it says of the student's copy is remembered. */
    PlacedEvent place(Student student, LoggedEvent event) {
        Envelope envelope = event.envelope();
        UUID named = envelope.notebookId();
        if (named == null || EventTypes.isOursAlone(envelope.eventType())) {
            return PlacedEvent.nowhere(event);
        }
        List<CellRef> list = envelope.eventType().equals(EventTypes.NOTEBOOK_OPENED) ? envelope.cells() : List.of();
        NotebookCopy known = student.copies().of(named);
        boolean isSure = known != null && (known.listed() || list.isEmpty());
        NotebookCopy copy = isSure ? known : belonging(named, known, envelope, list);
        if (copy == null || !student.copies().hasRoom(copy)) {
            return PlacedEvent.nowhere(event);
        }
        return placed(student, event, list, copy);
    }

    private PlacedEvent placed(Student student, LoggedEvent event, List<CellRef> list, NotebookCopy belonging) {
        Envelope envelope = event.envelope();
        SharedNotebook notebook = notebooks.computeIfAbsent(belonging.shared(), SharedNotebook::new);
        boolean comes = !student.copies().isOf(notebook.id());
        if (comes) {
            notebook.comes(envelope.notebookPath());
        }
        NotebookCopy copy = list.isEmpty() ? belonging : listed(notebook, belonging, list);
        String cell = cell(notebook, copy, envelope);
        copy = EventTypes.isRun(envelope.eventType()) && isCode(envelope.cellType())
                ? held(notebook, copy, cell, envelope.cellIndex())
                : copy;
        boolean changed = comes || !copy.equals(student.copies().of(copy.copy()));
        student.copies().put(copy);
        Set<String> flipped = changed ? notebook.settle() : Set.of();
        LoggedEvent there =
                copy.shared().equals(copy.copy()) ? event : event.inNotebook(notebook.id(), notebook.path());
        return new PlacedEvent(there, cell, notebook, changed, flipped);
    }

    /** Null when there are too many notebooks. */
    private @Nullable NotebookCopy belonging(
            UUID named, @Nullable NotebookCopy known, Envelope envelope, List<CellRef> list) {
        SharedNotebook found = list.isEmpty() ? byCell(named, envelope.cellId()) : byList(named, codeCells(list));
        if (found == null && known != null) {
            return known;
        }
        UUID shared = found == null ? named : found.id();
        boolean isRoom = notebooks.containsKey(shared) || notebooks.size() < MAX_NOTEBOOKS;
        return isRoom ? NotebookCopy.unlisted(named, shared) : null;
    }

    /** The notebook that has most of these cells, and half of them at least or half of its own. */
    private @Nullable SharedNotebook byList(UUID named, Collection<String> ids) {
        SharedNotebook best = null;
        int most = 0;
        for (SharedNotebook notebook : notebooks.values()) {
            int overlap = notebook.overlap(ids);
            boolean isHalf = overlap * 2 >= ids.size()
                    || overlap >= SURE && overlap * 2 >= notebook.cells().size();
            boolean isOwn = notebook.id().equals(named);
            if (overlap > 0 && isHalf && (overlap > most || overlap == most && isOwn)) {
                best = notebook;
                most = overlap;
            }
        }
        return best;
    }

    /** Of a copy that said nothing of its cells and whose name nobody knows: the only notebook that shares the cell. */
    private @Nullable SharedNotebook byCell(UUID named, @Nullable String cellId) {
        if (cellId == null || notebooks.containsKey(named)) {
            return null;
        }
        List<SharedNotebook> found = notebooks.values().stream()
                .filter(notebook -> notebook.isShared(cellId))
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static NotebookCopy listed(SharedNotebook notebook, NotebookCopy known, List<CellRef> list) {
        if (!known.listed()) {
            notebook.isListed();
        }
        NotebookCopy copy = known.listed(places(notebook, codeCells(list)));
        Set<String> more = new HashSet<>();
        for (int index = 0; index < list.size(); index++) {
            String cell = copy.cell(list.get(index).id());
            if (cell != null
                    && isCode(list.get(index).type())
                    && !copy.held().contains(cell)
                    && !more.contains(cell)
                    && notebook.hold(cell, index)) {
                more.add(cell);
            }
        }
        return copy.holding(more);
    }

    /** Where a copy has none of the notebook's ids (JupyterLab makes new ones for files before nbformat 4.5), the first cell is the first. */
    private static Map<String, String> places(SharedNotebook notebook, List<String> ids) {
        Map<String, String> places = new HashMap<>();
        if (notebook.overlap(ids) == 0) {
            for (int i = 0; i < Math.min(ids.size(), notebook.cells().size()); i++) {
                places.put(ids.get(i), notebook.cells().get(i).cellId());
            }
        }
        return places;
    }

    private static @Nullable String cell(SharedNotebook notebook, NotebookCopy copy, Envelope envelope) {
        Integer index = envelope.cellIndex();
        if (envelope.cellId() != null || index == null) {
            return copy.cell(envelope.cellId());
        }
        String there = notebook.cellAt(index);
        return there == null ? "#" + index : there;
    }

    private static NotebookCopy held(
            SharedNotebook notebook, NotebookCopy copy, @Nullable String cell, @Nullable Integer index) {
        return cell != null && !copy.held().contains(cell) && notebook.hold(cell, index)
                ? copy.holding(Set.of(cell))
                : copy;
    }

    private static List<String> codeCells(List<CellRef> list) {
        return list.stream()
                .filter(cell -> isCode(cell.type()))
                .map(CellRef::id)
                .toList();
    }

    private static boolean isCode(@Nullable String type) {
        return type == null || type.equals("code");
    }

    @Nullable
    SharedNotebook of(@Nullable UUID notebook) {
        return notebook == null ? null : notebooks.get(notebook);
    }

    List<NotebookView> views() {
        return notebooks.values().stream().map(SharedNotebook::view).toList();
    }

    List<SavedNotebook> saved() {
        return new ArrayList<>(
                notebooks.values().stream().map(SharedNotebook::saved).toList());
    }
}
