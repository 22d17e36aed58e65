package io.cellmonitor.bus;

import java.time.Duration;
import java.util.Set;

/**
 * What stays in the log (promise 10): the last {@code keep} or {@code keepEntries}, whichever is more, and what the groups have not
 * acknowledged.
 *
 * @param groups those that must exist
 * @param optionalGroups those that may be missing, and are given up when they wait for an entry older than {@code giveUpAfter} that would go
 *     but for them
 */
record TrimRules(Duration keep, int keepEntries, Set<String> groups, Set<String> optionalGroups, Duration giveUpAfter) {

    /**
     * While Redis's memory is tight: what screens and readers would like to find again goes before events are refused, and a group that may be
     * given up waits a minute, for its store is filled again from the source of truth.
     */
    TrimRules whenTight() {
        return new TrimRules(Duration.ZERO, keepEntries, groups, optionalGroups, Duration.ofMinutes(1));
    }

    /** An hour for those that may be given up (promise 7). */
    static TrimRules usual(Set<String> groups, Set<String> optionalGroups) {
        return new TrimRules(Duration.ofMinutes(15), 50_000, groups, optionalGroups, Duration.ofHours(1));
    }
}
