package io.cellmonitor.bench;

/**
 * One measurement.
 *
 * @param perSecond what was done, each second
 * @param perCpuSecond the same for each second of processor time that the measured server used; NaN where there is no such server
 */
record Measured(double perSecond, double perCpuSecond) {

    static Measured of(double perSecond) {
        return new Measured(perSecond, Double.NaN);
    }
}
