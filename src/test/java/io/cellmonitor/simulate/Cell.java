package io.cellmonitor.simulate;

/**
 * A code cell of the lesson.
 *
 * @param hard many get stuck here
 */
record Cell(String id, int index, String solution, String output, boolean hard) {}
