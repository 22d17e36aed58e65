package io.cellmonitor.history;

import java.util.List;

/** Failed runs, newest first. */
public record FailedRunList(List<FailedRun> errors) {}
