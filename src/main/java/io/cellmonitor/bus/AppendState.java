package io.cellmonitor.bus;

/** Whether the log takes events. Safe for use from any thread. */
public interface AppendState {

    /** True while Redis is connected and has been found fit to keep them; memory that is full is not asked here. */
    boolean isOpen();
}
