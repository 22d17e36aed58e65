package io.cellmonitor.operate;

import io.cellmonitor.bus.LogRefused;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Ends the process with exit code 1 and one line where only a person can help. */
@ApplicationScoped
class ProcessEnd {

    private static final Logger LOG = Logger.getLogger(ProcessEnd.class);

    /** {@code line} begins with the variable's name and holds no secret. */
    void because(String line) {
        LOG.fatalf("Cell Monitor does not start: %s", line);
        Quarkus.asyncExit(1);
    }

    void onLogRefused(@Observes LogRefused refused) {
        because(refused.line());
    }
}
