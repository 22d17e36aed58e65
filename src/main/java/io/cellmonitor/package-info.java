/**
 * Cell Monitor: what students run, on their teacher's screen. A package for each idea, none here; in the order in which an event meets them:
 * {@code ingest}, {@code bus}, {@code store}, {@code classroom}, {@code watch}, {@code live}, {@code history}. What each is and which it may use:
 * docs/architecture.md; what to touch for a change: CONTRIBUTING.md.
 */
@NullMarked
package io.cellmonitor;

import org.jspecify.annotations.NullMarked;
