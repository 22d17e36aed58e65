package io.cellmonitor.history;

import java.util.List;

/** Sessions, newest first. */
public record SessionList(List<Session> sessions) {}
