/**
 * {@code ./dev simulate}: a lesson of students who work, err, get stuck and ask, from a seed, over the application's own doors; with the ground truth,
 * against which rules, clusters and the order of need are judged ({@code Evaluate}).
 */
package io.cellmonitor.simulate;
