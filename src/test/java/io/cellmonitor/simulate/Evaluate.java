package io.cellmonitor.simulate;

import io.cellmonitor.classroom.Rules;
import java.time.Duration;

/** Prints the figures of simulated lessons of 200, in simulated time: first seed, how many, and rules if they are not the usual ones. */
public final class Evaluate {

    private Evaluate() {}

    public static void main(String[] words) {
        long first = Long.parseLong(words[0]);
        long count = Long.parseLong(words[1]);
        Rules rules = words.length < 4 ? Rules.DEFAULT : rules(Integer.parseInt(words[2]), Long.parseLong(words[3]));
        for (long seed = first; seed < first + count; seed++) {
            System.out.println(seed + ": " + Evaluation.of(200, seed, rules).inWords());
        }
    }

    private static Rules rules(int failingRuns, long stuckAfterSeconds) {
        return new Rules(
                failingRuns,
                Duration.ofSeconds(stuckAfterSeconds),
                Rules.DEFAULT.awayAfter(),
                Rules.DEFAULT.helpLapse(),
                Rules.DEFAULT.lateAfter());
    }
}
