package io.cellmonitor.store.timeseries;

import io.cellmonitor.bus.GroupLags;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses who answers: PostgreSQL, or InfluxDB where one is configured. */
@Dependent
final class TimeSeriesWiring {

    @Produces
    @Singleton
    TimeSeriesStore store(
            PostgresTimeSeries postgres,
            Instance<InfluxQuery> influx,
            GroupLags lags,
            @ConfigProperty(name = InfluxWiring.URL) Optional<String> url) {
        return url.isEmpty()
                ? postgres
                : new CurrentTimeSeries(
                        new InfluxTimeSeries(influx.get()),
                        postgres,
                        () -> lags.of(InfluxSubscriber.GROUP),
                        System::nanoTime);
    }
}
