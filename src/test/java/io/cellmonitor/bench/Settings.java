package io.cellmonitor.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to measure.
 *
 * @param pairs by name; empty: all
 * @param rounds of each pair
 * @param seconds of each measurement of a round
 * @param isShort a try: its figures are printed and go into no document
 * @param application the packaged application
 * @param before another build of it to compare with, if given
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
        Optional<Path> before,
        Path folder,
        Path script,
        Path document,
        String commit) {

    static Settings of(String[] words) {
        List<String> given = new ArrayList<>(List.of(words));
        boolean isShort = given.remove("--short");
        Path application = Path.of(taken(given, "--application", ""));
        Optional<Path> before = Optional.of(taken(given, "--before", ""))
                .filter(file -> !file.isEmpty())
                .map(Path::of);
        Path folder = Path.of(taken(given, "--folder", ""));
        Path script = Path.of(taken(given, "--script", ""));
        Path document = Path.of(taken(given, "--document", ""));
        String commit = taken(given, "--commit", "unknown");
        int rounds = Integer.parseInt(taken(given, "--rounds", isShort ? "1" : "5"));
        return new Settings(
                List.copyOf(given),
                rounds,
                isShort ? 2 : 4,
                isShort,
                application,
                before,
                folder,
                script,
                document,
                commit);
    }

    /** The same for another build, with a folder of its own. */
    Settings of(Path build, Path ownFolder) {
        return new Settings(pairs, rounds, seconds, isShort, build, before, ownFolder, script, document, commit);
    }

    boolean wants(String pair) {
        return pairs.isEmpty() || pairs.contains(pair);
    }

    /** When, on which processor, of which sources. */
    String stamp() {
        return LocalDate.now(ZoneOffset.UTC) + ", " + Machine.processor() + ", commit " + commit + ".";
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
