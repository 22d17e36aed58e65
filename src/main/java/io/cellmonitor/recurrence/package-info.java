/**
 * What is done again and again. Any package may use it; it depends on nothing of ours. It hides which clock says when: one that only measures
 * how long, since one that tells the time may be set back.
 */
@NullMarked
package io.cellmonitor.recurrence;

import org.jspecify.annotations.NullMarked;
