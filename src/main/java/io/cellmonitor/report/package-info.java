/**
 * A class's work in figures: notebooks, cells, and the report of a lesson. Depends on access, store.relational, watch, classroom, roster, history.
 */
@NullMarked
package io.cellmonitor.report;

import org.jspecify.annotations.NullMarked;
