/**
 * Whether InfluxDB says what the stored events say: each run, each progress and each closed minute once, nothing else, no student's words. Like the
 * oracle it shares no code with the application.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { differences } from "./differences.mjs";
import * as minutes from "./minutes.mjs";
import * as points from "./points.mjs";
import { storedEvents } from "./stored-events.mjs";
import { planted } from "../student-events.mjs";

/** { findings, points }; points are null where there is no InfluxDB. A minute may be written in this very moment: it looks again for up to `patience` s. */
export async function timeSeries(system, { patience = 20 }) {
  if (!system.influx) return { findings: [], points: null };
  const end = Date.now() + patience * 1000;
  for (;;) {
    const judged = await look(system);
    if (judged.findings.length === 0 || Date.now() > end) return judged;
    await sleep(1000);
  }
}

async function look(system) {
  const { influx } = system;
  const found = { runs: await points.runs(influx), progress: await points.progress(influx), performances: await points.performances(influx) };
  const events = await storedEvents(system);
  // Upkeep writes this measurement last: up to its newest point everything must be there.
  const newest = found.performances.reduce((last, { at }) => Math.max(last, at), 0);
  const closed = ({ at }) => at <= newest;
  return {
    points: found.runs.length + found.progress.said.length + found.progress.counted.length + found.performances.length,
    findings: [
      ...differences("runs", events.filter(isRun).map(run), found.runs),
      ...differences("updates of progress", events.filter((event) => !isRun(event)).map(update), found.progress.said),
      ...differences("minutes of progress", minutes.progresses(events).filter(closed), found.progress.counted.filter(closed)),
      ...differences("minutes of performance", minutes.performances(events).filter(closed), found.performances),
      ...studentsWords(found.runs),
    ],
  };
}

const isRun = ({ event_type: type }) => type !== "progress_update";
const keyOf = ({ class_id: ofClass, user_id: user, at }) => [ofClass, user, at].join(" ");

function run(event) {
  const { event_type: type, path, cell_index: cell, duration, error_shape: shape, execution_count: count } = event;
  const failed = type === "cell_error";
  return { key: keyOf(event), value: [type, path, cell, duration, Number(failed), failed, shape, count] };
}

function update(event) {
  const { path, completed_cells: completed, total_cells: total } = event;
  return { key: keyOf(event), value: [path, completed, total, points.percentage(completed, total)] };
}

function studentsWords(runs) {
  const text = JSON.stringify(runs);
  return planted.some((word) => text.includes(word)) ? ["the time series holds a student's word"] : [];
}
