/**
 * {@code ./dev bench}: the packaged application against bare baselines in the same run, by the same generators, in turn. Writes
 * docs/performance.md.
 */
package io.cellmonitor.bench;
