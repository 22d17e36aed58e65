package io.cellmonitor.classroom;

/**
 * A code cell that the copies of a notebook share: a column of the class's map.
 *
 * @param cellId its id; {@code #} and the index where senders give none
 * @param cellIndex where it stands in most copies, from 0
 */
public record SharedCellView(String cellId, int cellIndex) {}
