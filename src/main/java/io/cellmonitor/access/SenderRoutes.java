package io.cellmonitor.access;

/** The routes on which events come in: the only ones that the open door and API keys are for. */
final class SenderRoutes {

    private SenderRoutes() {}

    static boolean contains(String path) {
        return path.equals("/api/v1/events")
                || path.equals("/student-progress")
                || path.startsWith("/api/v1/test/events/");
    }
}
