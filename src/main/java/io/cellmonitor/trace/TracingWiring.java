package io.cellmonitor.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes tracing of what is configured. */
@Dependent
final class TracingWiring {

    @Produces
    @Singleton
    Tracing tracing(
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff, Instance<OpenTelemetry> openTelemetry) {
        return isOff ? Tracing.OFF : Tracing.by(openTelemetry.get().getTracer("io.cellmonitor"));
    }

    @Produces
    @Singleton
    Sampler sampler(@ConfigProperty(name = "cell-monitor.tracing-share", defaultValue = "0.01") double share) {
        return new RequestSampler(share);
    }
}
