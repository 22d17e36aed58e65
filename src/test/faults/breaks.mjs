/** Ways to break one part of a system for a while. Each tells the figures when. */
import { setTimeout as sleep } from "node:timers/promises";

/** Kills a program as a crash of its machine does, lets it be away for `awayMs`, and starts it again. */
export async function killAndRestart(program, figures, awayMs = 0) {
  figures.broken();
  await program.kill();
  await sleep(awayMs);
  await program.start();
  figures.mended();
}

/** Stops a program in its tracks for so long. */
export async function freezeFor(program, figures, seconds) {
  figures.broken();
  program.freeze();
  await sleep(seconds * 1000);
  program.thaw();
  figures.mended();
}
