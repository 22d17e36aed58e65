/**
 * Health, metrics, upkeep, start-up checks, the dashboard's files, headers of all answers. Depends on bus, the stores, watch,
 * access, problem.
 */
@NullMarked
package io.cellmonitor.operate;

import org.jspecify.annotations.NullMarked;
