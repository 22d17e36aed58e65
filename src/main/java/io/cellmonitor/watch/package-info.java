/**
 * Loads, feeds, saves and lets go of folds, and joins names to them. Depends on bus, store.relational, classroom, seal.
 */
@NullMarked
package io.cellmonitor.watch;

import org.jspecify.annotations.NullMarked;
