package io.cellmonitor.watch;

import io.cellmonitor.classroom.ClusterMembers;
import java.util.Map;
import java.util.UUID;

/**
 * A cluster of a watched class.
 *
 * @param names of its students; who is not known by name is not in it
 */
public record NamedCluster(ClusterMembers cluster, Map<UUID, String> names) {}
