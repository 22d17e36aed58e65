/** Plays rows one after the other and says of each whether it held. */
import { isDeepStrictEqual } from "node:util";
import { Scene } from "./scene.mjs";

/**
 * `outcome(row, { held, findings, figures })` is called after each row. In the short form rows that want the same system share it, as long as they
 * hold: starting it takes longer than breaking it.
 */
export async function play(rows, { short, outcome }) {
  let scene = null;
  try {
    for (const row of short ? besideTheirLikes(rows) : rows) {
      if (scene && !(short && shareable(row, scene))) scene = await closed(scene);
      const result = await playOne(row, short, async () => (scene ??= await Scene.open(row, short)));
      outcome(row, result);
      if (!result.held || row.control) scene = await closed(scene);
    }
  } finally {
    await closed(scene);
  }
}

/** Those that want the usual system first, so that one serves them all; controls behind the others, for they leave it spoilt. */
const besideTheirLikes = (rows) => rows.toSorted((one, other) => Number(!!one.system) - Number(!!other.system) || Number(!!one.control) - Number(!!other.control));

const shareable = (row, scene) => !row.alone && row.load === undefined && isDeepStrictEqual(row.system ?? {}, scene.options);

async function closed(scene) {
  await scene?.close();
  return null;
}

async function playOne(row, short, open) {
  try {
    const { findings, figures } = await (await open()).play(row, short);
    return { held: verdict(row, findings), findings, figures };
  } catch (failure) {
    return { held: false, findings: [`the row could not be played: ${failure.stack}`], figures: "" };
  }
}

/** A control row holds when the oracle finds all that it must. */
function verdict(row, findings) {
  if (!row.control) return findings.length === 0;
  return [row.control].flat().every((must) => findings.some((finding) => must.test(finding)));
}
