package io.cellmonitor.classroom;

import java.util.List;

/**
 * A cluster with everybody who made its mistake today, in the order in which they came.
 *
 * @param cells the cluster's cell in each one's copy
 */
public record ClusterMembers(ClusterView cluster, List<ClusterMember> members, List<CellView> cells) {}
