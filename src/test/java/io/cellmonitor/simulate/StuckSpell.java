package io.cellmonitor.simulate;

/**
 * The ground truth: this student was stuck here.
 *
 * @param from ISO instant of the first failed run
 * @param to ISO instant of the good run, or of giving up; null while it lasts
 * @param helped whether somebody came after they had asked
 */
record StuckSpell(
        String student,
        String cellId,
        String mistake,
        String from,
        String to,
        int runs,
        boolean asked,
        boolean helped) {}
