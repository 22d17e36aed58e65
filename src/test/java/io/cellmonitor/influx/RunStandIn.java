package io.cellmonitor.influx;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A stand-in as a program of its own: prints {@code {"address":"http://...","influxPid":...}} when it answers and ends when its standard
 * input does. Faults are set at the start, or at any time by {@code curl -X PUT -d 'status=503&times=5' ADDRESS/stand-in}.
 */
public final class RunStandIn {

    private static final String HELP = """
            io.cellmonitor.influx.RunStandIn [words], each a name=value:
            data=FOLDER         start Debian's influxd with its data there
            influx=URL          or use this InfluxDB 1.x
            port=8086           to listen on (default any)
            token=...           that may do everything (default "token")
            limited-token=...   that may not make buckets (default "limited")
            org=...             (default "cell-monitor")
            and of a fault:
            """ + Fault.HELP;

    private RunStandIn() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> words = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            words.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        String data = words.remove("data");
        String given = words.remove("influx");
        if (data == null && given == null) {
            System.err.print(HELP);
            System.exit(2);
        }
        DebianInflux influx = given == null && data != null ? DebianInflux.in(Path.of(data)) : null;
        StandIn standIn = new StandIn(
                influx == null ? URI.create(String.valueOf(given)) : influx.address(),
                Integer.parseInt(words.getOrDefault("port", "0")),
                words.getOrDefault("token", "token"),
                words.getOrDefault("limited-token", "limited"),
                words.getOrDefault("org", "cell-monitor"));
        words.keySet().removeIf(word -> word.matches("port|token|limited-token|org"));
        standIn.fail(words);
        if (influx != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(influx::close));
        }
        System.out.println("{\"address\":\"" + standIn.address() + "\",\"influxPid\":"
                + (influx == null ? "null" : influx.process().pid()) + "}");
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nothing is said to us; we listen for the end only.
        }
        System.exit(0);
    }
}
