package io.cellmonitor.simulate;

import java.util.List;

/**
 * A student's whole way through a lesson.
 *
 * @param mistakes of each failed run which it was, by its step
 */
record Way(List<Step> steps, List<Spell> spells, List<MadeMistake> mistakes) {

    /** The failed run of a step was this mistake, in this cell. */
    record MadeMistake(int step, Cell cell, String mistake) {}
}
