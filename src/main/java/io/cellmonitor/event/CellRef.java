package io.cellmonitor.event;

/** A cell of a notebook as {@code notebook_opened} lists it: its id and its type ({@code code, markdown, raw}), never its text. */
public record CellRef(String id, String type) {}
