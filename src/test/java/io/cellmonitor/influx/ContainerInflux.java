package io.cellmonitor.influx;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.InfluxDBContainer;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** InfluxDB 2.7 in a container, which ends with the JVM. */
final class ContainerInflux {

    private static final DockerImageName IMAGE = DockerImageName.parse("influxdb:2.7");

    private ContainerInflux() {}

    /**
     * Whether an engine answers that has the image or can get it; says so where it can not, as without a way to the registry. Asks only where
     * there may be one, for asking in vain fills the log.
     */
    static boolean available() {
        boolean perhaps = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        if (!perhaps) {
            return false;
        }
        try {
            return DockerClientFactory.instance().isDockerAvailable()
                    && !new RemoteDockerImage(IMAGE).get().isEmpty();
        } catch (RuntimeException noImage) {
            System.out.println(
                    "InfluxDB: a Docker engine answers, but has no " + IMAGE + " (" + noImage.getMessage() + ")");
            return false;
        }
    }

    @SuppressWarnings("resource")
    static RunningInflux start(String token, String org) {
        InfluxDBContainer<?> container =
                new InfluxDBContainer<>(IMAGE).withOrganization(org).withAdminToken(token);
        container.withStartupTimeout(Duration.ofMinutes(3)).start();
        return new RunningInflux("2.7 in a container", URI.create(container.getUrl()), token, org);
    }
}
