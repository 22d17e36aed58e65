package io.cellmonitor.bench;

import java.io.IOException;

/** Takes what was measured, to the document; of a short run to the screen. */
record Report(Settings settings) {

    /** Measures the pair if it is wanted. */
    void measure(Pair pair, Application application) throws Exception {
        if (settings.wants(pair.name())) {
            PairResult result = Rounds.measure(pair, application, settings.rounds());
            write(pair.name(), PairSection.text(result, settings.seconds(), settings.stamp()));
        }
    }

    void write(String section, String text) throws IOException {
        if (settings.isShort()) {
            System.out.println(text);
        } else {
            new PerformanceDocument(settings.document()).write(section, text);
        }
    }
}
