package io.cellmonitor.ingest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The application with stand-ins for access and the log; the other tests get the real ones. */
public final class StandIns implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(StandInAccess.class, StandInEventLog.class);
    }
}
