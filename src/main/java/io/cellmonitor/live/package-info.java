/**
 * WebSocket: connections, audiences, frames, resume; and the routes that answer from the fold. Depends on watch, classroom, access.
 */
@NullMarked
package io.cellmonitor.live;

import org.jspecify.annotations.NullMarked;
