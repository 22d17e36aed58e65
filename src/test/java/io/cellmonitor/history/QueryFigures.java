package io.cellmonitor.history;

import java.util.List;

/**
 * What one query took, in milliseconds.
 *
 * @param coldMs the first time after a start of the server
 * @param processorMs what the server's process spent on a processor, on average when warm
 * @param plan its nodes, from the outermost
 */
record QueryFigures(String name, int rows, double coldMs, double p50Ms, double p99Ms, double processorMs, String plan) {

    static final String HEAD =
            "| query | rows | cold ms | p50 ms | p99 ms | processor ms | plan |\n|---|---:|---:|---:|---:|---:|---|\n";

    QueryFigures planned(String nodes) {
        return new QueryFigures(name, rows, coldMs, p50Ms, p99Ms, processorMs, nodes);
    }

    /** The value below which a share of the sorted times lies. */
    static double quantile(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }

    String row() {
        return "| %s | %,d | %.1f | %.1f | %.1f | %.1f | %s |"
                .formatted(name, rows, coldMs, p50Ms, p99Ms, processorMs, plan);
    }
}
