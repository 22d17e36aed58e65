package io.cellmonitor.simulate;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What to simulate.
 *
 * @param rate events per second of the whole class; 0: real thinking times, divided by {@code speed}
 * @param ramp with a rate: the seconds before {@code minutes} in which the students arrive and the rate grows
 * @param minutes when to stop; 0: when the lesson is over
 * @param forever starts the lesson again and again until stopped
 * @param postgres address of the owner's login to look for the rows, or empty
 * @param dashboards how many look on, signed in as {@code teacher}
 */
record Settings(
        URI events,
        int students,
        long seed,
        double rate,
        double ramp,
        double speed,
        double minutes,
        boolean forever,
        String postgres,
        Path truth,
        int dashboards,
        Teacher teacher) {

    static final String HELP = """
            Sends a simulated class to the running application, over HTTP like real clients.
              --students N   how many (200)
              --seed N       the same seed makes the same class (1)
              --rate N       events per second of the whole class, instead of real thinking times
              --ramp N       with a rate: seconds in which it grows, before the minutes count (10)
              --speed N      real thinking times divided by N (1)
              --minutes N    stop after N minutes (else when the lesson is over)
              --dashboards N dashboards of the demo teacher that look on; says when events are on them (0)
              --forever      begin again after the lesson, until Ctrl-C
              --url URL      the application (else CELL_MONITOR_URL, .run/env)
              --pg ADDRESS   PostgreSQL to look for the rows (else CELL_MONITOR_PG, .run/env)
              --truth FILE   where the ground truth goes (.run/truth.json)
            """;

    static Settings of(Arguments given, Map<String, String> environment) {
        String url = given.text("url", environment.getOrDefault("CELL_MONITOR_URL", "http://127.0.0.1:8080"));
        Settings settings = new Settings(
                URI.create(url + "/api/v1/events"),
                (int) given.number("students", 200),
                (long) given.number("seed", 1),
                given.number("rate", 0),
                given.number("ramp", 10),
                given.number("speed", 1),
                given.number("minutes", 0),
                given.flag("forever"),
                given.text("pg", environment.getOrDefault("CELL_MONITOR_PG", "")),
                Path.of(given.text("truth", ".run/truth.json")),
                (int) given.number("dashboards", 0),
                Teacher.of(environment));
        given.nothingLeft();
        if (settings.dashboards() > 0 && !settings.teacher().isKnown()) {
            throw new IllegalArgumentException("--dashboards wants CELL_MONITOR_CLASS, CELL_MONITOR_TEACHER and"
                    + " CELL_MONITOR_TEACHER_PASSWORD, as in .run/env");
        }
        return settings;
    }
}
