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

    /** An hour for those that may be given up (promise 7). */
    static TrimRules usual(Set<String> groups, Set<String> optionalGroups) {
        return new TrimRules(Duration.ofMinutes(15), 50_000, groups, optionalGroups, Duration.ofHours(1));
    }
}
