package io.cellmonitor.store.timeseries;

/** InfluxDB answered, but not with what was asked for. Its message names the setting to look at where there is one, and no student's words. */
final class InfluxRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of HTTP; 200 for an error inside an answer */
    InfluxRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
