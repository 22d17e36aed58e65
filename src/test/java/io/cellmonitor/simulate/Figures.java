package io.cellmonitor.simulate;

/**
 * A lesson's figures.
 *
 * @param stuck spells of at least three minutes
 * @param found of these, shown as stuck or asking within three minutes of the second failed run: a first try to mend it was in vain
 * @param strictly of these, shown so within three minutes and two seconds of the first failed run
 * @param falseAlarms how often somebody was shown as stuck who was not
 * @param troubles dead kernels and spells of being stuck
 * @param told of these, not taken for the other
 * @param moments half-minutes in which somebody needs the teacher
 * @param firstRight of these, how often the rail's first was the worst off
 */
record Figures(
        int stuck,
        int found,
        int strictly,
        int falseAlarms,
        int troubles,
        int told,
        ClusterFigures clusters,
        int moments,
        int firstRight) {

    double foundShare() {
        return (double) found / stuck;
    }

    double toldShare() {
        return (double) told / troubles;
    }

    double firstShare() {
        return (double) firstRight / moments;
    }

    String inWords() {
        return "stuck found within 3 min %.3f (%d of %d; of the first error %d), false alarms %d, technical told %.3f (of %d), purity %.3f, coverage %.3f, first right %.3f (of %d)"
                .formatted(
                        foundShare(),
                        found,
                        stuck,
                        strictly,
                        falseAlarms,
                        toldShare(),
                        troubles,
                        clusters.purity(),
                        clusters.coverage(),
                        firstShare(),
                        moments);
    }
}
