/**
 * Health, metrics, upkeep, start-up checks. Depends on bus, the stores, watch.
 */
@NullMarked
package io.cellmonitor.operate;

import org.jspecify.annotations.NullMarked;
