package io.cellmonitor.bench;

/**
 * What a {@link Lesson} showed.
 *
 * @param log of entries that a client appended beside it to another stream of the same Redis: what Redis and the disk alone take
 * @param posts from the intended start of a POST to its answer
 * @param frames from there to the frame with the event, of every event on every dashboard
 * @param rows from there to the row that another connection of PostgreSQL sees
 * @param failed events that were not answered 202
 * @param unstored events that were answered 202 and are no row a minute later
 * @param unseen events that did not reach a dashboard as an event (it was slow and got a snapshot), over all dashboards
 * @param frameCharacters of a frame, on average
 * @param cpuSeconds of the application for 1,000 events, dashboards included
 */
record LessonFigures(
        Lesson lesson,
        Latencies log,
        Latencies posts,
        Latencies frames,
        Latencies rows,
        int failed,
        int unstored,
        long unseen,
        long frameCharacters,
        double cpuSeconds,
        long residentMebibytes) {}
