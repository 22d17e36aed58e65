/**
 * A cluster of the same mistake for a teacher: who is in it, an example, and the changes with which others got out of it. Depends on
 * store.relational, watch, classroom, access, seal.
 */
@NullMarked
package io.cellmonitor.mistakes;

import org.jspecify.annotations.NullMarked;
