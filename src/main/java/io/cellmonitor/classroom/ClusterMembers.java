package io.cellmonitor.classroom;

import java.util.List;

/** A cluster with everybody who made its mistake today, in the order in which they came. */
public record ClusterMembers(ClusterView cluster, List<ClusterMember> members) {}
