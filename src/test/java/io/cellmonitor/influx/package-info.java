/**
 * InfluxDB for tests and for the harness of faults: a container, a given 2.x, or Debian's 1.6 behind a stand-in that speaks 2.x. Depends on
 * servers.
 */
@NullMarked
package io.cellmonitor.influx;

import org.jspecify.annotations.NullMarked;
