package io.cellmonitor.bus;

import java.time.Duration;
import java.util.Optional;

/** Whether the log takes events. Safe for use from any thread. */
public interface AppendState {

    /** True while Redis is connected and has been found fit to keep them; memory that is full is not asked here. */
    boolean isOpen();

    /** How long Redis took for its latest answer to a question that is asked every two seconds; zero before the first. */
    Duration answerTime();

    /** Why it is not open, by the name of the setting where that is to blame; empty while it is. */
    Optional<String> trouble();
}
