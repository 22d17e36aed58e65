package io.cellmonitor.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of a pair. */
record PairResult(Pair pair, List<Round> rounds, double load, long residentMebibytes) {

    /** The baseline and ours, one after the other. */
    record Round(Measured baseline, Measured ours) {

        double ratio() {
            return ours.perSecond() / baseline.perSecond();
        }
    }

    Spread ratio() {
        return spread(Round::ratio);
    }

    Spread spread(ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
