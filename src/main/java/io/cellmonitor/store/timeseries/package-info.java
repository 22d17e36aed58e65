/**
 * The class over time: TimeSeriesStore on PostgreSQL, and on InfluxDB where one is configured, with its subscriber, its minutes and its bucket.
 * Depends on event, bus, store.relational.
 */
@NullMarked
package io.cellmonitor.store.timeseries;

import org.jspecify.annotations.NullMarked;
