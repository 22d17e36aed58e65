package io.cellmonitor.classroom;

import java.util.Locale;

/** What a student is doing, the most urgent first: where several hold, the first is shown. */
public enum StudentState {
    /** Asks for help. */
    ASKING,
    /** The kernel died, and no run went well since. */
    TECHNICAL,
    /** Failing for a while. */
    STUCK,
    /** The last runs of a cell failed. */
    FAILING,
    /** Every code cell's latest run went well. */
    FINISHED,
    /** No event for a while, or the notebook is closed. */
    AWAY,
    /** None of these. */
    WORKING;

    /** As frames spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
