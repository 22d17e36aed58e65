package io.cellmonitor.influx;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The InfluxDBs that a suite may run on; each is started once for a JVM, when first asked for, and says so. */
public enum InfluxUnderTest {
    /** Debian's 1.6 behind a {@link StandIn}. */
    DEBIAN,
    /** The {@code influxd} 2.x that {@code CELL_MONITOR_TEST_INFLUXD} names. */
    GIVEN,
    /** 2.7 in a container, where a Docker engine answers and can get it. */
    CONTAINER;

    private static final String TOKEN = "token-of-the-tests";
    private static final String ORG = "cell-monitor";
    private static final Map<InfluxUnderTest, RunningInflux> RUNNING = new EnumMap<>(InfluxUnderTest.class);
    private static final List<InfluxUnderTest> HERE = find();

    /** Those that are here, which is said once. Fails in CI where none is, for a suite must not be empty unseen. */
    public static Stream<InfluxUnderTest> available() {
        if (System.getenv("CI") != null && HERE.isEmpty()) {
            throw new IllegalStateException("No InfluxDB is here: install Debian's influxdb");
        }
        return HERE.stream();
    }

    private static List<InfluxUnderTest> find() {
        List<InfluxUnderTest> here =
                Arrays.stream(values()).filter(InfluxUnderTest::isHere).toList();
        System.out.println(
                "InfluxDB: tested against " + (here.isEmpty() ? "none" : here)
                        + ". DEBIAN is apt's influxdb; GIVEN an influxd 2.x that CELL_MONITOR_TEST_INFLUXD names; CONTAINER 2.7 in Docker.");
        return here;
    }

    /** The one that runs. */
    public RunningInflux running() {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(this, which -> {
                RunningInflux started = which.start();
                System.out.println("InfluxDB under test: " + started.what());
                return started;
            });
        }
    }

    private boolean isHere() {
        return switch (this) {
            case DEBIAN -> DebianInflux.installed();
            case GIVEN -> given() != null;
            case CONTAINER -> ContainerInflux.available();
        };
    }

    private RunningInflux start() {
        return switch (this) {
            case DEBIAN -> {
                DebianInflux influx = DebianInflux.temporary();
                Runtime.getRuntime().addShutdownHook(new Thread(influx::close));
                StandIn standIn = new StandIn(influx.address(), 0, TOKEN, "limited", ORG);
                yield new RunningInflux("Debian's 1.6 behind the stand-in", standIn.address(), TOKEN, ORG);
            }
            case GIVEN -> GivenInflux.start(Path.of(given()), TOKEN, ORG);
            case CONTAINER -> ContainerInflux.start(TOKEN, ORG);
        };
    }

    private static String given() {
        return System.getenv("CELL_MONITOR_TEST_INFLUXD");
    }
}
