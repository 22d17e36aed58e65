/** Ways to break one part of a system for a while, and to wait until it is as before. Each tells the figures when. */
import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../end-to-end/running-system.mjs";
import { seconds } from "./figures.mjs";
import * as log from "./log-contents.mjs";

const CURRENT_MS = 2_000;
const CATCHING_UP_SECONDS = 900;

const timeOf = (place) => Number(place.split("-")[0]);

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

/** Resolves when a group of the log's readers has what came two seconds ago, while more comes. */
export async function caughtUp({ redis }, group, figures) {
  const begun = performance.now();
  await eventually(`${group} has caught up`, async () => {
    const reader = (await log.groups(redis)).find(({ name }) => name === group);
    const { last } = await log.extent(redis);
    return reader && timeOf(last) - timeOf(reader.delivered) < CURRENT_MS;
  }, CATCHING_UP_SECONDS);
  figures.note(`${group} had caught up ${seconds(performance.now() - begun)} after it was mended`);
}
