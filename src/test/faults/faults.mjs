/** `./dev faults [row ...] [--short] [--list]`: plays rows, prints each with its figures, writes docs/reliability.md (not in the short form). */
import { loadavg } from "node:os";
import { mountingRefused } from "./disks.mjs";
import { record } from "./reliability-page.mjs";
import { allRows } from "./rows.mjs";

const words = process.argv.slice(2);
const short = words.includes("--short");
const options = ["--list", "--short"];
const names = words.filter((word) => !options.includes(word));
const rows = await allRows();
const unknown = names.filter((name) => !rows.some((row) => row.name === name));

// Ctrl-C and kill: `exit` handlers run, children die with us.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));

if (words.includes("--list")) {
  for (const row of rows) console.log(`${row.short ? "*" : " "} ${row.name.padEnd(32)} ${row.broken}`);
  console.log("* in the short form");
} else if (unknown.length > 0) {
  console.error(`No such row: ${unknown.join(" ")}\n./dev faults [row ...] [--short]; ./dev faults --list shows all rows`);
  process.exitCode = 2;
} else {
  await playAll(playable(rows.filter((row) => (names.length > 0 ? names.includes(row.name) : !short || row.short))));
}

/** Without the rows that want a disk of their own, where CI's machine does not allow that; whoever asks for all rows hears of it by their failure. */
function playable(chosen) {
  const refused = short && chosen.some(({ system }) => system.disks) ? mountingRefused() : null;
  if (refused === null) return chosen;
  const left = chosen.filter(({ system }) => system.disks);
  console.log(`not played: ${left.map(({ name }) => name).join(", ")}, for no file system may be mounted here (${refused})`);
  return chosen.filter((row) => !left.includes(row));
}

async function playAll(chosen) {
  // Here, not above: the list needs none of its packages.
  const { play } = await import("./harness.mjs");
  let passed = 0;
  let begun = Date.now();
  await play(chosen, {
    short,
    outcome(row, result) {
      passed += Number(result.held);
      const load = loadavg()[0].toFixed(1);
      console.log(`${result.held ? "held  " : "FAILED"} ${row.name} (${((Date.now() - begun) / 1000).toFixed(0)} s, load average ${load})`);
      if (result.figures) console.log(`       ${result.figures}`);
      result.findings.forEach((finding) => console.log(`       ${row.control ? "the oracle" : "fault"}: ${finding}`));
      if (!short && result.played) record(row, result, rows.map(({ name }) => name));
      begun = Date.now();
    },
  });
  console.log(`${passed} passed, ${chosen.length - passed} failed`);
  process.exit(passed === chosen.length ? 0 : 1);
}
