package io.cellmonitor.classroom;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the fold remembers of a shared notebook, to be saved.
 *
 * @param paths how many students' copies go by each shared path
 * @param listed students whose copy said which cells it has
 */
record SavedNotebook(UUID id, Map<String, Integer> paths, int students, int listed, List<SavedCell> cells) {

    /**
     * One cell of it, shared or somebody's own.
     *
     * @param holders students in whose copy it is
     * @param indexes how many of these have it at each index
     * @param passSeconds of the latest who got through, from their first run to their first good one
     */
    record SavedCell(String id, int holders, Map<Integer, Integer> indexes, List<Integer> passSeconds) {}
}
