/**
 * Where students sit, and the picture of their room. Depends on access, roster, seal.
 */
@NullMarked
package io.cellmonitor.seating;

import org.jspecify.annotations.NullMarked;
