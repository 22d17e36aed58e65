/** docs/reliability.md: one line a row; rows that were not played this time stay as they were. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import path from "node:path";
import { project } from "../end-to-end/running-system.mjs";

const page = path.join(project, "docs", "reliability.md");
const HEAD = `# Reliability

Written by \`./dev faults\`; not to be edited. Each row: the packaged application as its own process, real PostgreSQL 15 and Redis 7, a class that sends
from outside, three dashboards; one thing is broken; then the same oracle judges: acknowledged is a subset of stored, stored is a subset of sent,
nothing twice, the sessions' and the screens' counters are what SQL counts, nothing is pending, every dashboard's sequence was gapless or honestly
reset and ends with the state of a fresh snapshot, no student's word is in a log file. Rows that name points in the time series had InfluxDB too (1.6
behind a stand-in that speaks as 2.x does): each of its points is what SQL says, none is missing, none is there twice. How: [src/test/faults](../src/test/faults/README.md).

POST latencies are those of accepted requests, seen from the sender, which shares the machine with everything else: compare them with the load average
of that time. A *control* row breaks a promise on purpose: it holds when the oracle notices.

| row | what is broken | expected | figures | verdict | date, commit, machine |
|---|---|---|---|---|---|
`;

/** Writes one row's line, at the place that `order` (all names) gives it. */
export function record(row, { held, findings, figures }, order) {
  const lines = known();
  const verdict = held ? (row.control ? `held: the oracle found «${findings[0]}»` : "held") : `**failed**: ${findings.slice(0, 3).join("; ")}`;
  const link = `[${row.name}](../src/test/faults/rows/${row.file})`;
  lines.set(row.name, `| ${[link, row.broken, row.expected, figures, verdict, run()].map(inCell).join(" | ")} |`);
  const sorted = [...lines.keys()].sort((one, other) => order.indexOf(one) - order.indexOf(other));
  writeFileSync(page, HEAD + sorted.map((name) => lines.get(name)).join("\n") + "\n");
}

function known() {
  const lines = new Map();
  if (existsSync(page)) {
    for (const line of readFileSync(page, "utf8").split("\n")) {
      const name = /^\| \[([a-z0-9-]+)]/.exec(line)?.[1];
      if (name) lines.set(name, line);
    }
  }
  return lines;
}

const inCell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Asked once, at the beginning: what runs is what was built then. */
function commit() {
  const git = (...words) => execFileSync("git", words, { cwd: project, encoding: "utf8" }).trim();
  return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "--", "src/main", "src/test/faults") ? " and changes" : "");
}
const played = commit();

function run() {
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release().split("-")[0]}`;
  return `${new Date().toISOString().slice(0, 10)}, ${played}, ${machine}, load average ${loadavg()[0].toFixed(1)}`;
}
