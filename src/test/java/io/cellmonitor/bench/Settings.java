package io.cellmonitor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to measure.
 *
 * @param pairs by name; empty: all
 * @param rounds of each pair
 * @param seconds of each measurement of a round
 * @param isShort a try: its figures are printed and go into no document
 * @param application the packaged application
 * @param folder for what the run leaves
 * @param script the load generator's script
 * @param document where the figures go
 * @param commit of the sources
 */
record Settings(
        List<String> pairs,
        int rounds,
        int seconds,
        boolean isShort,
        Path application,
        Path folder,
        Path script,
        Path document,
        String commit) {

    static Settings of(String[] words) {
        List<String> given = new ArrayList<>(List.of(words));
        boolean isShort = given.remove("--short");
        Path application = Path.of(taken(given, "--application", ""));
        Path folder = Path.of(taken(given, "--folder", ""));
        Path script = Path.of(taken(given, "--script", ""));
        Path document = Path.of(taken(given, "--document", ""));
        String commit = taken(given, "--commit", "unknown");
        int rounds = Integer.parseInt(taken(given, "--rounds", isShort ? "1" : "5"));
        return new Settings(
                List.copyOf(given), rounds, isShort ? 2 : 4, isShort, application, folder, script, document, commit);
    }

    boolean wants(String pair) {
        return pairs.isEmpty() || pairs.contains(pair);
    }

    private static String taken(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        given.remove(at);
        return given.remove(at);
    }
}
