package io.cellmonitor.bench;

import java.util.Locale;

/** A pair as a section of the document. */
final class PairSection {

    private PairSection() {}

    static String text(PairResult result, int seconds, String stamp) {
        Pair pair = result.pair();
        return String.format(
                Locale.ROOT,
                """
                ### %s

                %s; against %s.

                | | ratio%s | ours per s | baseline per s | ours per CPU-second | baseline per CPU-second |
                |---|---|---|---|---|---|
                | median | %.2f | %,.0f | %,.0f | %s | %s |
                | least - largest | %s | %s | %s | | |

                %d rounds of %d s. The application's resident memory after it: %d MiB. Load average before: %.1f. %s
                """,
                pair.name(),
                pair.ours(),
                pair.baseline(),
                goal(pair),
                result.ratio().median(),
                result.spread(round -> round.ours().perSecond()).median(),
                result.spread(round -> round.baseline().perSecond()).median(),
                figure(result.spread(round -> round.ours().perCpuSecond())),
                figure(result.spread(round -> round.baseline().perCpuSecond())),
                result.ratio().range("%.2f"),
                result.spread(round -> round.ours().perSecond()).range("%,.0f"),
                result.spread(round -> round.baseline().perSecond()).range("%,.0f"),
                result.rounds().size(),
                seconds,
                result.residentMebibytes(),
                result.load(),
                stamp);
    }

    private static String goal(Pair pair) {
        return Double.isNaN(pair.goal())
                ? ""
                : String.format(Locale.ROOT, " (goal %.2f, aim %.2f)", pair.goal(), pair.aim());
    }

    private static String figure(Spread spread) {
        return Double.isNaN(spread.median()) ? "" : String.format(Locale.ROOT, "%,.0f", spread.median());
    }
}
