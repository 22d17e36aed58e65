package io.cellmonitor.joining;

/** The file with the JupyterHubs cannot be used. Its message names the setting and says what is wrong. */
final class HubsUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HubsUnusable(String reason) {
        super("CELL_MONITOR_HUBS_FILE: " + reason);
    }
}
