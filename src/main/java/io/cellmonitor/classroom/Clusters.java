package io.cellmonitor.classroom;

import io.cellmonitor.classroom.Cluster.SavedCluster;
import io.cellmonitor.event.Envelope;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mistakes of a class's day. A run costs what there are different mistakes in its cell, however many students made them. */
final class Clusters {

    private static final int MAX_CLUSTERS = 2_000;
    private static final int MAX_IN_CELL = 50;
    private static final int MAX_MEMBERS = 40_000;

    private record Place(@Nullable UUID notebook, @Nullable String cell) {}

    private final Map<String, Cluster> byId = new LinkedHashMap<>();
    private final Map<Place, Map<String, Cluster>> byPlace = new LinkedHashMap<>();
    private final Changes changes;
    private int members;

    Clusters(List<SavedCluster> saved, Changes changes) {
        this.changes = changes;
        saved.forEach(cluster -> add(new Cluster(cluster)));
    }

    private void add(Cluster cluster) {
        Mistake mistake = cluster.mistake();
        byId.put(mistake.id(), cluster);
        in(mistake.notebook(), mistake.cell()).put(mistake.id(), cluster);
        members += cluster.size();
    }

    private Map<String, Cluster> in(@Nullable UUID notebook, @Nullable String cell) {
        return byPlace.computeIfAbsent(new Place(notebook, cell), place -> new LinkedHashMap<>());
    }

    /** A good run, or one of which nobody knows better: the student is out of every mistake of the cell. */
    void solved(UUID student, Envelope envelope, @Nullable String cell, Instant when) {
        for (Cluster cluster : known(envelope, cell)) {
            change(cluster, student, when);
        }
    }

    private void change(Cluster cluster, UUID student, Instant when) {
        boolean changed = cluster.change(
                student, member -> member.solvedAt() != null && !member.isIn() ? member : member.solved(when));
        if (changed) {
            changes.cluster(cluster.mistake().id());
        }
    }

    /** A failed run; {@code isLatest}: the student's latest of the cell. */
    void failed(UUID student, Envelope envelope, @Nullable String cell, Instant when, boolean isLatest) {
        Mistake mistake = Mistake.of(envelope, cell);
        Cluster cluster = room(mistake, student);
        for (Cluster other : isLatest ? known(envelope, cell) : List.<Cluster>of()) {
            if (other != cluster && other.change(student, ClusterMember::left)) {
                changes.cluster(other.mistake().id());
            }
        }
        if (cluster != null) {
            members += cluster.has(student) ? 0 : 1;
            cluster.failed(student, when, isLatest);
            changes.cluster(mistake.id());
        }
    }

    /** Null when there is no room for another. */
    private @Nullable Cluster room(Mistake mistake, UUID student) {
        Cluster known = byId.get(mistake.id());
        if (known != null && known.has(student)) {
            return known;
        }
        if (members >= MAX_MEMBERS) {
            return null;
        }
        if (known == null && byId.size() < MAX_CLUSTERS && hasRoom(mistake)) {
            known = new Cluster(mistake);
            add(known);
        }
        return known;
    }

    private boolean hasRoom(Mistake mistake) {
        return in(mistake.notebook(), mistake.cell()).size() < MAX_IN_CELL;
    }

    private Collection<Cluster> known(Envelope envelope, @Nullable String cell) {
        return byPlace.getOrDefault(new Place(envelope.notebookId(), cell), Map.of())
                .values();
    }

    ClusterView view(String id) {
        return Objects.requireNonNull(byId.get(id)).view();
    }

    List<ClusterView> views() {
        return byId.values().stream().map(Cluster::view).toList();
    }

    /** In the order in which they came. */
    Optional<List<ClusterMember>> members(String id) {
        return Optional.ofNullable(byId.get(id)).map(cluster -> List.copyOf(cluster.members()));
    }

    List<SavedCluster> saved() {
        return byId.values().stream().map(Cluster::saved).toList();
    }
}
