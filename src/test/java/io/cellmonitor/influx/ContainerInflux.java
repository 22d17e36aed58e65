package io.cellmonitor.influx;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.InfluxDBContainer;
import org.testcontainers.utility.DockerImageName;

/** InfluxDB 2.7 in a container, which ends with the JVM. */
final class ContainerInflux {

    private ContainerInflux() {}

    /** Asks only where there may be one, for asking in vain fills the log. */
    static boolean engineAnswers() {
        boolean perhaps = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return perhaps && DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource")
    static RunningInflux start(String token, String org) {
        InfluxDBContainer<?> container = new InfluxDBContainer<>(DockerImageName.parse("influxdb:2.7"))
                .withOrganization(org)
                .withAdminToken(token);
        container.withStartupTimeout(Duration.ofMinutes(3)).start();
        return new RunningInflux("2.7 in a container", URI.create(container.getUrl()), token, org);
    }
}
