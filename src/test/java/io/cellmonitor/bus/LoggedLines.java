package io.cellmonitor.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What a class logs while this is open. */
public final class LoggedLines extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> traces = new CopyOnWriteArrayList<>();

    private LoggedLines(Logger logger) {
        this.logger = logger;
    }

    public static LoggedLines of(Class<?> type) {
        LoggedLines lines = new LoggedLines(Logger.getLogger(type.getName()));
        lines.logger.addHandler(lines);
        return lines;
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    /** The trace ids that lines were said with. */
    public List<String> traces() {
        return List.copyOf(traces);
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(entry.getMessage());
        if (entry instanceof ExtLogRecord line && line.getMdc("traceId") != null) {
            traces.add(line.getMdc("traceId"));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
