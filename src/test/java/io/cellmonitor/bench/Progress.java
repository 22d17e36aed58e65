package io.cellmonitor.bench;

import java.util.Locale;

/** Lines on the screen, each with the seconds since the start. */
final class Progress {

    private static final long BEGUN = System.nanoTime();

    private Progress() {}

    static void say(String format, Object... values) {
        long seconds = (System.nanoTime() - BEGUN) / 1_000_000_000L;
        System.out.println(String.format(Locale.ROOT, "%4d s  ", seconds) + String.format(Locale.ROOT, format, values));
    }
}
