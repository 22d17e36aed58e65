/**
 * Asking for help and hints, through the log: what teachers do about them, and what students hear back. Depends on watch, classroom, access.
 */
@NullMarked
package io.cellmonitor.help;

import org.jspecify.annotations.NullMarked;
