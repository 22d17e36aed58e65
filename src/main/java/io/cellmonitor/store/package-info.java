/**
 * Where events stay. It has two rooms: {@code relational}, the truth in PostgreSQL, and {@code timeseries}, what history asks over time, in InfluxDB
 * or out of PostgreSQL. Each has its own group of readers of the log; the second may use the first, never the other way round.
 */
@NullMarked
package io.cellmonitor.store;

import org.jspecify.annotations.NullMarked;
