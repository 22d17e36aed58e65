package io.cellmonitor.watch;

import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.StudentView;
import java.util.Map;
import java.util.UUID;

/**
 * What every screen knows already of the things that a delta changes.
 *
 * @param students by id; who is not in it is told whole
 * @param clusters by id; what is not in it is told whole
 */
public record ToldBefore(Map<UUID, StudentView> students, Map<String, ClusterView> clusters) {

    /** All is told whole. */
    public static final ToldBefore NOTHING = new ToldBefore(Map.of(), Map.of());
}
