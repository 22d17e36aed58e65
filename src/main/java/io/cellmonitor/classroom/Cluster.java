package io.cellmonitor.classroom;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One mistake in one cell, with everybody who made it today. */
final class Cluster {

    private final Mistake mistake;
    private final Map<UUID, ClusterMember> members = new LinkedHashMap<>();
    private int runs;
    private @Nullable Instant since;
    private @Nullable Instant latest;

    Cluster(Mistake mistake) {
        this.mistake = mistake;
    }

    Cluster(SavedCluster saved) {
        mistake = saved.mistake();
        runs = saved.runs();
        since = saved.since();
        latest = saved.latest();
        saved.members().forEach(member -> members.put(member.student(), member));
    }

    void failed(UUID student, Instant when, boolean isLatest) {
        runs++;
        since = since == null || when.isBefore(since) ? when : since;
        latest = latest == null || when.isAfter(latest) ? when : latest;
        members.put(
                student,
                members.getOrDefault(student, ClusterMember.first(student, when))
                        .failed(when, isLatest));
    }

    /** True when this changed something. */
    boolean change(UUID student, UnaryOperator<ClusterMember> change) {
        ClusterMember member = members.get(student);
        if (member == null) {
            return false;
        }
        ClusterMember next = change.apply(member);
        members.put(student, next);
        return !next.equals(member);
    }

    boolean has(UUID student) {
        return members.containsKey(student);
    }

    Mistake mistake() {
        return mistake;
    }

    Collection<ClusterMember> members() {
        return members.values();
    }

    int size() {
        return members.size();
    }

    ClusterView view() {
        List<UUID> now = members.values().stream()
                .filter(ClusterMember::isIn)
                .map(ClusterMember::student)
                .toList();
        int solved = (int) members.values().stream()
                .filter(member -> member.solvedAt() != null)
                .count();
        return new ClusterView(
                mistake.id(),
                mistake.errorName(),
                mistake.shape(),
                mistake.notebook(),
                mistake.notebookPath(),
                mistake.cell(),
                mistake.cellIndex(),
                now,
                solved,
                runs,
                since == null ? Instant.EPOCH : since,
                latest == null ? Instant.EPOCH : latest);
    }

    SavedCluster saved() {
        return new SavedCluster(mistake, runs, since, latest, List.copyOf(members.values()));
    }

    /**
     * What is saved of it.
     *
     * @param members in the order in which they came
     */
    record SavedCluster(
            Mistake mistake,
            int runs,
            @Nullable Instant since,
            @Nullable Instant latest,
            List<ClusterMember> members) {

        SavedCluster without(Set<UUID> staff) {
            return new SavedCluster(
                    mistake,
                    runs,
                    since,
                    latest,
                    members.stream()
                            .filter(member -> !staff.contains(member.student()))
                            .toList());
        }
    }
}
