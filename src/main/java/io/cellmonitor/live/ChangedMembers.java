package io.cellmonitor.live;

import io.cellmonitor.classroom.ClusterView;
import io.cellmonitor.classroom.StudentView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a delta writes of a student or cluster: its key and those members that are not as they were told before, null among them; all of it when
 * nothing was told. At 2,000 events a second most of a frame would be members that every screen knows.
 */
final class ChangedMembers {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private ChangedMembers() {}

    /** To be written as JSON: the student, or a part of it. New runs are those that follow the ones that were told. */
    static Object of(@Nullable StudentView before, StudentView now) {
        if (before == null) {
            return now;
        }
        ChangedMembers changed = new ChangedMembers();
        changed.members.put("student", now.student());
        changed.add("name", before.name(), now.name());
        changed.add("state", before.state(), now.state());
        changed.add("since", before.since(), now.since());
        changed.add("reason", before.reason(), now.reason());
        changed.add("active", before.active(), now.active());
        changed.add("need", before.need(), now.need());
        changed.add("lastSeen", before.lastSeen(), now.lastSeen());
        changed.add("notebook", before.notebook(), now.notebook());
        changed.add("notebookPath", before.notebookPath(), now.notebookPath());
        changed.add("cellId", before.cellId(), now.cellId());
        changed.add("cellIndex", before.cellIndex(), now.cellIndex());
        changed.add("executions", before.executions(), now.executions());
        changed.add("errors", before.errors(), now.errors());
        changed.add("completed", before.completed(), now.completed());
        changed.add("total", before.total(), now.total());
        changed.add("progress", before.progress(), now.progress());
        if (!now.newRunsOnly() || !now.recentRuns().isEmpty()) {
            changed.members.put("recentRuns", now.recentRuns());
            changed.members.put("newRunsOnly", now.newRunsOnly());
        }
        return changed.members;
    }

    /** To be written as JSON: the cluster, or a part of it. */
    static Object of(@Nullable ClusterView before, ClusterView now) {
        if (before == null) {
            return now;
        }
        ChangedMembers changed = new ChangedMembers();
        changed.members.put("cluster", now.cluster());
        changed.add("errorName", before.errorName(), now.errorName());
        changed.add("shape", before.shape(), now.shape());
        changed.add("notebook", before.notebook(), now.notebook());
        changed.add("notebookPath", before.notebookPath(), now.notebookPath());
        changed.add("cellId", before.cellId(), now.cellId());
        changed.add("cellIndex", before.cellIndex(), now.cellIndex());
        changed.add("students", before.students(), now.students());
        changed.add("solved", before.solved(), now.solved());
        changed.add("runs", before.runs(), now.runs());
        changed.add("since", before.since(), now.since());
        changed.add("latest", before.latest(), now.latest());
        return changed.members;
    }

    private void add(String member, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            members.put(member, now);
        }
    }
}
