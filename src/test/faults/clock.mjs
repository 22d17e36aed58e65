/** Debian's libfaketime: a clock that jumps, for one program; timers that only measure how long are not touched. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const MACHINE = { x64: "x86_64", arm64: "aarch64" }[process.arch];
const LIBRARY = `/usr/lib/${MACHINE}-linux-gnu/faketime/libfaketimeMT.so.1`;
const file = path.join(tmpdir(), `cell-monitor-clock-${process.pid}`);
process.once("exit", () => rmSync(file, { force: true }));

/** What to put in front of a program's command. With the library's "fix" for timed waits these end at once in a JVM, and both processors spin. */
export const underJumpingClock = [
  "env", `LD_PRELOAD=${LIBRARY}`, `FAKETIME_TIMESTAMP_FILE=${file}`, "FAKETIME_DONT_FAKE_MONOTONIC=1",
  "DONT_FAKE_MONOTONIC=1", "FAKETIME_FORCE_MONOTONIC_FIX=0",
];

/** Fails where the library is missing: a program would start without it, with the true clock. */
export function requireClock() {
  if (!existsSync(LIBRARY)) throw new Error("libfaketime is missing: apt-get install libfaketime (Debian)");
}

/** The clock shows so many minutes more than the true one, from now on (within ten seconds). */
export function setAhead(minutes) {
  writeFileSync(file, `${minutes < 0 ? "-" : "+"}${Math.abs(minutes) * 60}s\n`);
}
