package io.cellmonitor.classroom;

import java.util.List;

/** Students, cells and help requests: all of a class, or those that changed. */
public record Picture(List<StudentView> students, List<CellView> cells, List<HelpView> help) {

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return students.isEmpty() && cells.isEmpty() && help.isEmpty();
    }
}
