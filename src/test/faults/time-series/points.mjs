/** The points of InfluxDB, as { key, at, value }: whose and of when (ms since 1970), and what they say. */

/** Sums in another order differ in the last digits. */
export const roundly = (number) => (number === null ? null : Number(number.toPrecision(9)));

/** `completed` of `total` in percent; null when either is unknown. */
export const percentage = (completed, total) => (completed === null || !total ? null : roundly(Math.min(100, (100 * completed) / total)));

/** Milliseconds since 1970 of a time as InfluxDB writes it, which has up to nine digits of a second. */
const milliseconds = (text) => Date.parse(text.replace(/(\.\d{3})\d+Z$/, "$1Z"));

/** All points of one measurement; a tag or a field that a point has not is null. */
async function points(influx, measurement, columns, read) {
  const rows = await influx.ask(`SELECT * FROM "${measurement}"`);
  return rows.map((row) => {
    const at = milliseconds(row.time);
    return { at, ...read(at, row.class_id, row.user_id, ...columns.map((column) => row[column] ?? null)) };
  });
}

/** `cell_executions`. */
export function runs(influx) {
  const columns = ["event_type", "notebook_path", "cell_index", "execution_duration_ms", "error", "has_error", "error_message", "execution_count"];
  return points(influx, "cell_executions", columns, (at, ofClass, user, ...value) => ({ key: [ofClass, user, at].join(" "), value }));
}

/** `learning_progress`: { said, counted }: by clients, and of whole minutes for students whose client says none. */
export async function progress(influx) {
  const columns = ["notebook_path", "completed_cells", "total_cells", "progress_percentage", "session_duration_ms"];
  const all = await points(influx, "learning_progress", columns, (at, ofClass, user, path, completed, total, share, session) => {
    const value = [completed, total, roundly(share)];
    return session === null
      ? { key: [ofClass, user, at].join(" "), value: [path, ...value], counted: false }
      : { key: [at, ofClass, user, path].join(" "), value: [...value, session], counted: true };
  });
  return { said: all.filter(({ counted }) => !counted), counted: all.filter(({ counted }) => counted) };
}

/** `performance_metrics`. */
export function performances(influx) {
  const columns = ["notebook_path", "cell_type", "avg_execution_time", "max_execution_time", "error_rate"];
  return points(influx, "performance_metrics", columns, (at, ofClass, user, path, type, mean, longest, rate) => ({
    key: [at, ofClass, user, path, type].join(" "),
    value: [roundly(mean), longest, roundly(rate)],
  }));
}
