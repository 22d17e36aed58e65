package io.cellmonitor.classroom;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notebook that the class works on, whatever its copies are called, as frames show it.
 *
 * @param path what most copies are called, without what is added to a copy's name
 * @param cells its code cells in order
 * @param students who had a copy in hand today
 */
public record NotebookView(UUID notebook, @Nullable String path, List<SharedCellView> cells, int students) {}
