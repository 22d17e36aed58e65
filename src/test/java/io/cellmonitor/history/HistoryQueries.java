package io.cellmonitor.history;

import io.cellmonitor.servers.DebianPostgresServer;
import io.cellmonitor.servers.RestartablePostgres;
import io.cellmonitor.servers.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what history asks at a semester's data, on the embedded PostgreSQL and on Debian's where that is installed:
 * {@code HistoryQueries [DOCUMENT]} prints the figures and writes them into DOCUMENT. Takes some minutes and 3 GiB of disk.
 */
public final class HistoryQueries {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int TIMES = 50;

    static final String METHOD = """
            Each query by the application's own code, 51 times: cold is the first after a restart of PostgreSQL (the system's cache of files stays),
            p50 and p99 are of the 50 after it, so that p99 is the slowest. They hold the way there and back and the reading of the rows, not the
            opening of words. Processor ms is what the server's process spent on a processor, which other programs on the machine do not change.
            The plan has each node once, from the outermost. Again with

                ./mvnw -q -Dskip.dashboard test-compile org.codehaus.mojo:exec-maven-plugin:3.5.1:java -Dexec.classpathScope=test \\
                    -Dexec.mainClass=io.cellmonitor.history.HistoryQueries -Dexec.args=docs/performance.md""";

    private HistoryQueries() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try {
            List<String> sections = new ArrayList<>();
            if (DebianPostgresServer.installed()) {
                sections.add(measure("Debian's server", RestartablePostgres.debian()));
            }
            sections.add(measure("Embedded server", RestartablePostgres.embedded()));
            String text = MachineDescription.text() + "\n\n" + METHOD + "\n\n" + String.join("\n\n", sections);
            System.out.println(text);
            if (arguments.length > 0) {
                new DocumentSection(Path.of(arguments[0]), "History queries").write(text);
            }
        } finally {
            // Its threads would keep the program alive.
            TestDatabase.vertx().closeAndAwait();
        }
    }

    private static String measure(String name, RestartablePostgres server) throws SQLException, IOException {
        try (SemesterDatabase database = new SemesterDatabase(server)) {
            database.fill();
            return table(name, database);
        }
    }

    /** The figures of a filled database. */
    static String table(String name, SemesterDatabase database) throws SQLException, IOException {
        List<QueryFigures> figures = figures(database);
        String size = database.ask("select pg_size_pretty(pg_database_size(current_database()))");
        String events = database.ask("select to_char(count(*), 'FM9,999,999') from learning_events");
        String version = database.ask("show server_version").split(" ")[0];
        String title = "%s (PostgreSQL %s, its defaults, %s events, %s)".formatted(name, version, events, size);
        return title + "\n\n" + QueryFigures.HEAD
                + String.join("\n", figures.stream().map(QueryFigures::row).toList());
    }

    private static List<QueryFigures> figures(SemesterDatabase database) throws SQLException, IOException {
        List<MeasuredQuery> queries = MeasuredQuery.all(database.end());
        List<QueryFigures> timed = new ArrayList<>();
        for (MeasuredQuery query : queries) {
            database.restart();
            timed.add(timed(query, database));
        }
        database.explain();
        MeasuredQuery.Reads reads = MeasuredQuery.Reads.of(database);
        List<QueryFigures> figures = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            long before = database.plansLength();
            rows(queries.get(i).ask().apply(reads));
            figures.add(timed.get(i).planned(PlanNodes.of(database.plansAfter(before))));
        }
        return figures;
    }

    private static QueryFigures timed(MeasuredQuery query, SemesterDatabase database) throws SQLException, IOException {
        MeasuredQuery.Reads reads = MeasuredQuery.Reads.of(database);
        reads.connect();
        List<Double> times = new ArrayList<>();
        int rows = 0;
        double processor = 0;
        for (int i = 0; i <= TIMES; i++) {
            long start = System.nanoTime();
            rows = rows(query.ask().apply(reads));
            times.add((System.nanoTime() - start) / 1e6);
            processor = i == 0 ? database.processorMs() : processor;
        }
        processor = (database.processorMs() - processor) / TIMES;
        List<Double> warm = times.subList(1, times.size());
        double p50 = QueryFigures.quantile(warm, 0.5);
        double p99 = QueryFigures.quantile(warm, 0.99);
        return new QueryFigures(query.name(), rows, times.getFirst(), p50, p99, processor, "");
    }

    private static int rows(Uni<? extends List<?>> answer) {
        return answer.await().atMost(LIMIT).size();
    }
}
