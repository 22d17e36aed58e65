package io.cellmonitor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** This build against another one, both running at the same time and measured in turn: what a change did to the speed. */
final class Builds {

    private static final Duration SETTLING = Duration.ofSeconds(60);

    private final Settings settings;
    private final Path before;

    Builds(Settings settings, Path before) {
        this.settings = settings;
        this.before = before;
    }

    void compare() throws Exception {
        Progress.say("starting both builds, each with Redis and PostgreSQL");
        try (Build old = Build.start(settings, "before", before);
                Build now = Build.start(settings, "now", settings.application())) {
            compare(new BuildsPair("append", old, now, 256, 1, false));
            compare(new BuildsPair("bodies", old, now, BodiesPair.CONNECTIONS, BodiesPair.EVENTS, false));
            for (Build build : List.of(old, now)) {
                build.paused().close();
                build.backlog().awaitNone(SETTLING);
            }
            compare(new BuildsPair("stored", old, now, 256, 1, true));
        }
    }

    private void compare(BuildsPair pair) throws Exception {
        if (!settings.wants(pair.name())) {
            return;
        }
        PairResult result = Rounds.measure(pair, pair.now(), settings.rounds());
        System.out.println(PairSection.text(result, settings.seconds(), settings.stamp()));
        Spread cpu = result.spread(
                round -> round.ours().perCpuSecond() / round.baseline().perCpuSecond());
        System.out.printf(Locale.ROOT, "Per CPU-second the ratio is %.2f (%s).%n%n", cpu.median(), cpu.range("%.2f"));
    }
}
