/**
 * The log on Redis: append in groups, group readers, tail, trimming, channels, and EventSubscriber, the one interface of a
 * store. Hides Redis. Depends on event.
 */
@NullMarked
package io.cellmonitor.bus;

import org.jspecify.annotations.NullMarked;
