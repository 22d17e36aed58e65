/** What the time series must say of each minute of the log, counted from the stored events of storedEvents(). */
import { percentage, roundly } from "./points.mjs";

const MINUTE_MS = 60_000;
const minuteOf = ({ logged }) => Math.floor(logged / MINUTE_MS) * MINUTE_MS;
const isUpdate = ({ event_type: type }) => type === "progress_update";

/** Lists of those that have the same key. */
function grouped(events, keyOf) {
  const groups = new Map();
  for (const event of events) {
    const key = keyOf(event);
    if (groups.has(key)) groups.get(key).push(event);
    else groups.set(key, [event]);
  }
  return [...groups];
}

/** How long runs took and how many failed, by student, notebook and type of cell: [{ key, at, value }]. */
export function performances(events) {
  const keyOf = (event) => [minuteOf(event), event.class_id, event.user_id, event.path, event.cell_type].join(" ");
  return grouped(events.filter((event) => !isUpdate(event)), keyOf).map(([key, runs]) => {
    const timed = runs.map(({ duration }) => duration).filter((duration) => duration !== null);
    const mean = timed.length ? roundly(timed.reduce((sum, duration) => sum + duration, 0) / timed.length) : null;
    const failed = runs.filter(({ event_type: type }) => type === "cell_error").length;
    return { key, at: minuteOf(runs[0]), value: [mean, timed.length ? Math.max(...timed) : null, roundly(failed / runs.length)] };
  });
}

/** How far those were who ran something and whose client did not say it: the cells that ran well in the session they were in. */
export function progresses(events) {
  const sessions = new Map(grouped(events, ({ user_id: user, session_id: session }) => `${user} ${session}`));
  const keyOf = (event) => [minuteOf(event), event.class_id, event.user_id, event.path].join(" ");
  return grouped(events.filter(({ path, session_id: session }) => path !== null && session !== null), keyOf)
    .filter(([, ofMinute]) => !ofMinute.some(isUpdate))
    .map(([key, ofMinute]) => {
      const last = ofMinute.at(-1);
      const well = sessions.get(`${last.user_id} ${last.session_id}`)
        .filter(({ event_type: type, logged }) => type === "cell_executed" && logged <= last.logged);
      const completed = new Set(well.map((run) => run.cell_id ?? run.cell_index)).size;
      const total = last.cell_count || null;
      return { key, at: minuteOf(last), value: [completed, total, percentage(completed, total), last.logged - last.session_started] };
    });
}
