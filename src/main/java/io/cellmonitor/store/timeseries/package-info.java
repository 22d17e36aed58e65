/**
 * TimeSeriesStore, its PostgreSQL implementation and the place of the InfluxDB one. Depends on event, bus.
 */
@NullMarked
package io.cellmonitor.store.timeseries;

import org.jspecify.annotations.NullMarked;
