/** Lies in InfluxDB, for the oracle's own control. */
const TAGS = ["class_id", "user_id", "notebook_path", "event_type"];
const INTEGERS = ["cell_index", "execution_duration_ms", "error", "execution_count"];

const nanoseconds = (text) => {
  const [, second, fraction = ""] = /^(.{19})(?:\.(\d+))?Z$/.exec(text);
  return BigInt(Date.parse(`${second}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
};

/** The line of a run's point, with some changes. */
function line(row, changes = {}, later = 0n) {
  const point = { ...row, ...changes };
  const tags = TAGS.map((tag) => `${tag}=${point[tag]}`).join(",");
  const fields = INTEGERS.filter((field) => point[field] !== null).map((field) => `${field}=${point[field]}i`);
  fields.push(`has_error=${point.has_error}`);
  if (point.error_message) fields.push(`error_message=${JSON.stringify(point.error_message)}`);
  return `cell_executions,${tags} ${fields.join(",")} ${nanoseconds(row.time) + later}`;
}

const remove = (influx, measurement, { user_id: user, time }) =>
  influx.ask(`DELETE FROM "${measurement}" WHERE "user_id" = '${user}' AND time = ${nanoseconds(time)}`);

/** One run is missing, one there twice, one a stranger's, two are changed; one update of progress is missing; two minutes are made up. */
export async function tamperWithPoints(influx) {
  const [missing, twice, strange, changed, worded] = await influx.ask('SELECT * FROM "cell_executions" ORDER BY time DESC LIMIT 5');
  const update = (await influx.ask('SELECT * FROM "learning_progress"')).find(({ session_duration_ms: session }) => (session ?? null) === null);
  await remove(influx, "cell_executions", missing);
  await remove(influx, "learning_progress", update);
  const of = `class_id=${missing.class_id},user_id=${missing.user_id},notebook_path=lesson1.ipynb`;
  await influx.write([
    line(twice, {}, 1n),
    line(strange, { user_id: "00000000-0000-0000-0000-000000000000" }),
    line(changed, { cell_index: 99 }),
    line(worded, { error_message: "geheim" }),
    `learning_progress,${of} completed_cells=1i,session_duration_ms=1i 0`,
    `performance_metrics,${of},cell_type=code error_rate=1 0`,
  ].join("\n"));
}
