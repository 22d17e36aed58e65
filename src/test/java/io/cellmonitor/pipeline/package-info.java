/** Tests of the whole way, through several packages at once: events in over HTTP, out of the stores over HTTP; and of every route asked wrongly. */
@NullMarked
package io.cellmonitor.pipeline;

import org.jspecify.annotations.NullMarked;
