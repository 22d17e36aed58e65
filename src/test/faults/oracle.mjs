/**
 * The one judge of every row. It says in sentences what is not as promised; none is a row that held. It shares no code with the application: what
 * was sent and acknowledged comes from the ledger, what is true from Redis and SQL, what is shown from the frames.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { lastPlace, sessionCounters, students, withDatabase } from "../end-to-end/aggregates.mjs";
import { LiveClient, compare } from "../end-to-end/frame-store.mjs";
import { eventually } from "../end-to-end/running-system.mjs";
import { signIn } from "../end-to-end/sign-in.mjs";
import * as log from "./log-contents.mjs";
import { plantedWords } from "./planted-words.mjs";
import { timeSeries } from "./time-series/judgement.mjs";

/** `expected`: { deadLetters, unreadable, foreign }: how many of each the row makes (foreign: events that came past the ledger); `patience` in s. */
export async function judge(system, ledger, clients, expected = {}) {
  const findings = [...new Set(ledger.faults)].slice(0, 5);
  if (ledger.open > 0) findings.push(`${ledger.open} events were never acknowledged`);
  const begun = performance.now();
  findings.push(...(await attempt("the groups", () => drained(system, expected))));
  const caughtUp = performance.now() - begun;
  const stored = await storedEvents(system);
  findings.push(...storage(stored, ledger, expected));
  findings.push(...(await attempt("the log", () => logKept(system, ledger, expected))));
  findings.push(...(await attempt("dead letters", () => deadLetters(system, expected))));
  findings.push(...(await attempt("counters", () => counters(system))));
  findings.push(...(await attempt("screens", () => screens(system, clients, expected))));
  const series = await timeSeries(system, expected).catch(({ message }) => ({ findings: [`the time series: ${message}`], points: 0 }));
  findings.push(...series.findings, ...plantedWords(system.logs));
  return { findings, stored: new Set(stored).size, caughtUp, points: series.points };
}

/** What a check finds; that it could not be made is a finding too. */
async function attempt(what, check) {
  try {
    return await check();
  } catch (failure) {
    return [`${what}: ${failure.message}`];
  }
}

/** Every group there, nothing pending in any, everything delivered: waits as long as the groups get on, and `patience` seconds when they do not. */
async function drained(system, { patience = 90 }) {
  let end = Date.now() + patience * 1000;
  let before = "";
  const needed = system.influx ? ["relational", "timeseries"] : ["relational"];
  while (Date.now() < end) {
    const groups = await log.groups(system.redis);
    const { last } = await log.extent(system.redis);
    const areThere = needed.every((name) => groups.some((group) => group.name === name));
    if (areThere && log.isDrained(groups, last)) return [];
    const now = JSON.stringify(groups);
    if (now !== before) end = Date.now() + patience * 1000;
    before = now;
    await sleep(250);
  }
  return [`after ${patience} s without progress the groups are at ${before}`];
}

async function storedEvents(system) {
  return withDatabase(system, async (database) => (await database.query("select event_id from learning_events")).rows.map((row) => row.event_id));
}

/** Acknowledged is a subset of stored, stored is a subset of sent, nothing is there twice. */
function storage(stored, ledger, { foreign = 0 }) {
  const findings = [];
  const distinct = new Set(stored);
  const missing = [...ledger.acknowledged].filter((id) => !distinct.has(id)).length;
  const unknown = stored.filter((id) => !ledger.sent.has(id)).length;
  if (missing > 0) findings.push(`${missing} acknowledged events are not stored`);
  if (unknown > foreign) findings.push(`${unknown} stored events were never sent`);
  if (distinct.size < stored.length) findings.push(`${stored.length - distinct.size} events are stored twice`);
  return findings;
}

/** As long as nothing was trimmed, all that was acknowledged is in the log; and trimming begins only where the log is long. */
async function logKept(system, ledger, { unreadable = 0 }) {
  const findings = [];
  const { length, added } = await log.extent(system.redis);
  if (length < added && length < 50_000) findings.push(`the log was trimmed to ${length} of ${added} entries`);
  if (length === added) {
    const kept = new Set((await log.entries(system.redis)).map(({ eventId }) => eventId));
    const missing = [...ledger.acknowledged].filter((id) => !kept.has(id)).length;
    if (missing > 0) findings.push(`${missing} acknowledged events are not in the log`);
  }
  const aside = await log.unreadable(system.redis);
  if (aside !== unreadable) findings.push(`${aside} entries were put aside as unreadable, not ${unreadable}`);
  return findings;
}

async function deadLetters(system, { deadLetters: expected = 0 }) {
  const [{ n }] = await system.postgres.query("select count(*)::int as n from dead_letters");
  return n === expected ? [] : [`${n} dead letters, not ${expected}`];
}

async function counters(system) {
  const rows = await withDatabase(system, sessionCounters);
  return rows
    .filter((row) => row.executions !== row.counted_executions || row.errors !== row.counted_errors)
    .slice(0, 3)
    .map((row) => `session ${row.id} says ${row.executions} runs, ${row.errors} errors; its events say ${row.counted_executions}, ${row.counted_errors}`);
}

/** No client saw a gap or an event twice; each ends with the state of a fresh snapshot, and that with what SQL counts. */
async function screens(system, clients, { patience = 120 }) {
  const findings = clients.flatMap(({ store }, number) => store.faults.slice(0, 2).map((fault) => `client ${number + 1}: ${fault}`));
  const last = await withDatabase(system, (database) => lastPlace(database, system.classId));
  const fresh = new LiveClient(system, await signIn(system.env));
  try {
    await fresh.reached(last);
    await Promise.all(clients.map((client, index) => {
      const equal = () => compare(client.store.at ?? "0-0", last) >= 0 && isDeepStrictEqual(client.store.state(), fresh.store.state());
      const different = () => findings.push(`client ${index + 1} (at ${client.store.at}) differs from a fresh snapshot (at ${fresh.store.at})`);
      return eventually("equal", equal, patience).catch(different);
    }));
    const counted = await withDatabase(system, (database) => students(database, system.classId));
    const shown = fresh.store.state().students.filter(({ executions }) => executions > 0)
      .map(({ student, executions, errors, cellId, cellIndex }) => ({ student, executions, errors, cellId, cellIndex }));
    const different = counted.filter((row, index) => !isDeepStrictEqual(row, shown[index]));
    if (different.length > 0 || shown.length !== counted.length) {
      const example = { sql: different[0], shown: shown.find(({ student }) => student === different[0]?.student) };
      findings.push(`a snapshot differs from SQL in ${different.length} of ${counted.length} students (${shown.length} shown), as ${JSON.stringify(example)}`);
    }
  } finally {
    fresh.close();
  }
  return findings;
}
