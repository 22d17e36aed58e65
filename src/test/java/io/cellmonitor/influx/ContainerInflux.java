package io.cellmonitor.influx;

import java.net.URI;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** InfluxDB 2.7 in a container, which ends with the JVM. */
final class ContainerInflux {

    private static final int PORT = 8086;

    private ContainerInflux() {}

    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource")
    static RunningInflux start(String token, String org) {
        GenericContainer<?> container = new GenericContainer<>("influxdb:2.7")
                .withExposedPorts(PORT)
                .withEnv("DOCKER_INFLUXDB_INIT_MODE", "setup")
                .withEnv("DOCKER_INFLUXDB_INIT_USERNAME", "tests")
                .withEnv("DOCKER_INFLUXDB_INIT_PASSWORD", "tests-of-cell-monitor")
                .withEnv("DOCKER_INFLUXDB_INIT_ORG", org)
                .withEnv("DOCKER_INFLUXDB_INIT_BUCKET", "first")
                .withEnv("DOCKER_INFLUXDB_INIT_ADMIN_TOKEN", token)
                .waitingFor(Wait.forHttp("/ping").forStatusCode(204))
                .withStartupTimeout(Duration.ofMinutes(3));
        container.start();
        URI url = URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
        return new RunningInflux("2.7 in a container", url, token, org);
    }
}
