/**
 * What a learning event is: the record, its types, its limits, decoding and mending of every dialect, and the plain
 * envelope in which it travels once its words are sealed. Hides how many ways there are to send one. Depends on nothing of ours.
 */
@NullMarked
package io.cellmonitor.event;

import org.jspecify.annotations.NullMarked;
