package io.cellmonitor.store.relational;

import io.cellmonitor.event.CellRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The copies that students renamed beyond recognition, each with the notebook that it is a copy of: by the cells that they have in common, as
 * {@code classroom.SharedNotebooks} finds it out for a day. What several students have under one name is a notebook of its own: teachers begin a
 * lesson with a copy of the last one, and its cells keep their ids.
 *
 * @param sharedByCopy of renamed copies alone
 */
record RenamedCopies(Map<UUID, UUID> sharedByCopy) {

    /** With fewer cells in common two notebooks are alike only when these are half of the copy's. */
    private static final int SURE = 3;

    private static final String USES = """
            select notebook_id, count(distinct user_id) as students
            from learning_sessions
            where class_id = $1 and notebook_id is not null
            group by notebook_id
            order by 2 desc, min(started_at), 1
            limit 2000""";

    // What a copy was when it was first opened, which is found at once.
    private static final String LISTS = """
            select u.notebook_id, l.cells
            from unnest($2::uuid[]) as u (notebook_id)
            cross join lateral (
                select e.cells from learning_events e
                where e.class_id = $1 and e.notebook_id = u.notebook_id and e.event_type = 'notebook_opened' and e.cells is not null
                order by e.log_ms, e.log_seq
                limit 1) as l""";

    /**
     * A notebook by its stored path.
     *
     * @param cells its code cells; empty when nobody said
     */
    record Use(UUID notebook, long students, Set<String> cells) {}

    /** Of a class, as far as the connection's caller may know. */
    static Uni<RenamedCopies> of(SqlConnection connection, UUID classId) {
        return Statements.list(connection, USES, Tuple.of(classId), RenamedCopies::use)
                .chain(uses -> uses.size() < 2 || uses.getLast().students() > 1
                        ? Uni.createFrom().item(new RenamedCopies(Map.of()))
                        : lists(connection, classId, uses).map(lists -> among(listed(uses, lists))));
    }

    private static Use use(Row row) {
        return new Use(row.getUUID("notebook_id"), row.getLong("students"), Set.of());
    }

    private static Uni<Map<UUID, Set<String>>> lists(SqlConnection connection, UUID classId, List<Use> uses) {
        UUID[] notebooks = uses.stream().map(Use::notebook).toArray(UUID[]::new);
        return Statements.run(connection, LISTS, Tuple.of(classId, notebooks)).map(rows -> {
            Map<UUID, Set<String>> lists = new LinkedHashMap<>();
            rows.forEach(row -> lists.put(row.getUUID("notebook_id"), codeCells(row)));
            return lists;
        });
    }

    private static Set<String> codeCells(Row row) {
        return EventRows.cells(row).stream()
                .filter(cell -> cell.type().equals("code"))
                .map(CellRef::id)
                .collect(Collectors.toSet());
    }

    private static List<Use> listed(List<Use> uses, Map<UUID, Set<String>> lists) {
        return uses.stream()
                .map(use -> new Use(use.notebook(), use.students(), lists.getOrDefault(use.notebook(), Set.of())))
                .toList();
    }

    /** {@code uses}: those of most students first, of as many the oldest. */
    static RenamedCopies among(List<Use> uses) {
        Map<String, List<Use>> sharedByCell = new HashMap<>();
        Map<UUID, UUID> found = new LinkedHashMap<>();
        for (Use use : uses) {
            UUID best = use.students() == 1 ? best(use, sharedByCell) : null;
            if (best != null) {
                found.put(use.notebook(), best);
                continue;
            }
            use.cells()
                    .forEach(cell -> sharedByCell
                            .computeIfAbsent(cell, key -> new ArrayList<>())
                            .add(use));
        }
        return new RenamedCopies(found);
    }

    private static @Nullable UUID best(Use copy, Map<String, List<Use>> sharedByCell) {
        Map<UUID, Integer> common = new LinkedHashMap<>();
        UUID best = null;
        int most = 0;
        for (String cell : copy.cells()) {
            for (Use candidate : sharedByCell.getOrDefault(cell, List.of())) {
                int overlap = common.merge(candidate.notebook(), 1, Integer::sum);
                if (overlap > most && isHalf(overlap, copy, candidate)) {
                    best = candidate.notebook();
                    most = overlap;
                }
            }
        }
        return best;
    }

    private static boolean isHalf(int overlap, Use copy, Use shared) {
        return overlap * 2 >= copy.cells().size()
                || overlap >= SURE && overlap * 2 >= shared.cells().size();
    }

    /** The first column of the pairs. */
    UUID[] copies() {
        return sharedByCopy.keySet().toArray(UUID[]::new);
    }

    /** The second one. */
    UUID[] shared() {
        return sharedByCopy.values().toArray(UUID[]::new);
    }

    /** A notebook, or the one that it is a copy of, with all that are copies of it. */
    UUID[] family(UUID notebook) {
        UUID shared = sharedByCopy.getOrDefault(notebook, notebook);
        Stream<UUID> copies = sharedByCopy.entrySet().stream()
                .filter(pair -> pair.getValue().equals(shared))
                .map(Map.Entry::getKey);
        return Stream.concat(Stream.of(shared), copies).toArray(UUID[]::new);
    }
}
