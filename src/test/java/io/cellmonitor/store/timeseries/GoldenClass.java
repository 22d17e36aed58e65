package io.cellmonitor.store.timeseries;

import static io.cellmonitor.store.relational.TimedEvent.at;
import static io.cellmonitor.store.relational.TimedEvent.withoutTime;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.store.relational.TimedEvent;
import io.cellmonitor.store.relational.Written;
import io.cellmonitor.store.timeseries.TimeSeriesStore.Activity;
import io.cellmonitor.store.timeseries.TimeSeriesStore.ErrorRate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A class in New York around the night in which clocks go back, and what every time series store must say of it, worked out by hand.
 * 2026-11-01 is a Sunday of 25 hours there: 04:00Z to 05:00Z of the next day.
 */
public final class GoldenClass {

    public static final UUID CLASS = Written.CLASS;
    public static final UUID OTHER_CLASS = new UUID(1, 2);
    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    public static final String LESSON1 = "lesson1.ipynb";
    public static final String LESSON3 = "第3回.ipynb";

    /** The two hours after that Sunday began, by ten minutes. */
    public static final Instant FROM = Instant.parse("2026-11-01T04:00:00Z");

    public static final Instant TO = Instant.parse("2026-11-01T06:00:00Z");
    public static final Intervals TEN_MINUTES = new Intervals(Duration.ofMinutes(10), ZONE);

    /** Everything, by days and by weeks. */
    public static final Instant BEGINNING = Instant.parse("2026-10-31T00:00:00Z");

    public static final Instant END = Instant.parse("2026-11-03T00:00:00Z");
    public static final Intervals DAYS = new Intervals(Intervals.DAY, ZONE);
    public static final Intervals WEEKS = new Intervals(Intervals.WEEK, ZONE);

    private static final Instant SATURDAY = Instant.parse("2026-10-31T04:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-02T05:00:00Z");
    private static final Instant MONDAY_BEFORE = Instant.parse("2026-10-26T04:00:00Z");
    static final Instant HALF_PAST_FIVE = Instant.parse("2026-11-01T05:30:00Z");

    public static final List<Activity> ACTIVITY = List.of(
            new Activity(FROM, Written.student(1), 2, 30.0),
            new Activity(FROM, Written.student(3), 1, 8.0),
            new Activity(HALF_PAST_FIVE, Written.student(2), 1, null));

    public static final List<ErrorRate> ERROR_RATE = List.of(
            new ErrorRate(FROM, LESSON1, 2, 0.5),
            new ErrorRate(FROM, null, 1, 0.0),
            new ErrorRate(HALF_PAST_FIVE, LESSON1, 1, 0.0));

    public static final List<Activity> ACTIVITY_BY_DAY = List.of(
            new Activity(SATURDAY, Written.student(1), 1, 10.0),
            new Activity(FROM, Written.student(1), 3, 40.0),
            new Activity(FROM, Written.student(2), 1, null),
            new Activity(FROM, Written.student(3), 1, 8.0),
            new Activity(MONDAY, Written.student(2), 1, 100.0));

    public static final List<ErrorRate> ERROR_RATE_BY_WEEK = List.of(
            new ErrorRate(MONDAY_BEFORE, LESSON1, 5, 0.2),
            new ErrorRate(MONDAY_BEFORE, null, 1, 0.0),
            new ErrorRate(MONDAY, LESSON3, 1, 1.0));

    /** Ids whose hash is zero, so that a point of theirs lies at the first nanosecond of its millisecond: at the very end of a range. */
    private static final String ON_THE_DOT = "g-508441";

    private static final String ON_THE_DOT_TOO = "g-2113833";
    private static final String ON_THE_DOT_AS_WELL = "g-2584994";

    private GoldenClass() {}

    /** What happened, in log order. */
    public static List<LoggedEvent> events() {
        Written first = Written.of(1, "cell_executed", 0).in(LESSON1, "s-1");
        Written second = Written.of(2, "cell_executed", 0).in(LESSON1, "s-2");
        Written failed = Written.of(1, "cell_error", 0).in(LESSON1, "s-1");
        Written other = Written.of(2, "cell_error", 0).in(LESSON3, "s-4");
        return Stream.of(
                        at("2026-11-01T03:59:59.999Z", first.eventId("g-1")).took(10L),
                        at("2026-11-01T04:00:00Z", first.eventId(ON_THE_DOT)).took(20L),
                        at(
                                        "2026-11-01T04:01:00Z",
                                        Written.of(1, "notebook_saved", 0).eventId("g-3"))
                                .took(1000L),
                        at("2026-11-01T04:02:00Z", first.ofClass(OTHER_CLASS).eventId("g-4"))
                                .took(1000L),
                        withoutTime(
                                        "2026-11-01T04:03:00Z",
                                        Written.run(3, 0).in(null, "s-3").eventId("g-5"))
                                .took(8L),
                        at("2026-11-01T04:04:59.999Z", failed.eventId("g-6")).took(40L),
                        at("2026-11-01T05:30:00Z", second.eventId(ON_THE_DOT_TOO)),
                        at("2026-11-02T04:59:59.999Z", first.eventId("g-8")).took(60L),
                        at("2026-11-02T05:00:00Z", other.eventId(ON_THE_DOT_AS_WELL))
                                .took(100L))
                .map(TimedEvent::event)
                .toList();
    }
}
