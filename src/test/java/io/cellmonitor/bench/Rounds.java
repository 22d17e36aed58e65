package io.cellmonitor.bench;

import io.cellmonitor.bench.PairResult.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures a pair: baseline, ours, baseline, ours, and so on. */
final class Rounds {

    /** On a machine where rounds take long there are fewer of them; the document says how many there were. */
    private static final Duration LONGEST = Duration.ofSeconds(150);

    private Rounds() {}

    static PairResult measure(Pair pair, Application application, int wanted) throws Exception {
        Progress.say("%s: warming up", pair.name());
        pair.warmUp();
        double load = Machine.load();
        List<Round> rounds = new ArrayList<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int round = 1; round <= wanted && System.nanoTime() < end; round++) {
            Round measured = new Round(pair.measureBaseline(), pair.measureOurs());
            rounds.add(measured);
            Progress.say(
                    "%s: round %d of %d: bare %.0f/s, ours %.0f/s, ratio %.2f",
                    pair.name(),
                    round,
                    wanted,
                    measured.baseline().perSecond(),
                    measured.ours().perSecond(),
                    measured.ratio());
        }
        return new PairResult(
                pair, List.copyOf(rounds), load, application.figures().residentMebibytes());
    }
}
