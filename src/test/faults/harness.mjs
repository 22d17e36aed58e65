/** Plays rows one after the other and says of each whether it held. */
import { isDeepStrictEqual } from "node:util";
import { Scene } from "./scene.mjs";

/**
 * `outcome(row, { held, played, findings, figures })` is called after each row; not played: its system did not start. In the short form rows that
 * want the same system share it, as long as they hold: starting it takes longer than breaking it.
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
const besideTheirLikes = (rows) => rows.toSorted((one, other) => Number(other.usual) - Number(one.usual) || Number(!!one.control) - Number(!!other.control));

const shareable = (row, scene) => !row.alone && row.load === undefined && isDeepStrictEqual(row.system, scene.options);

async function closed(scene) {
  await scene?.close();
  return null;
}

async function playOne(row, short, open) {
  let scene;
  try {
    scene = await open();
  } catch (failure) {
    return { held: false, played: false, findings: [`the system did not start: ${failure.message}`], figures: "" };
  }
  try {
    const { findings, figures } = await scene.play(row, short);
    return { held: verdict(row, findings), played: true, findings, figures };
  } catch (failure) {
    return { held: false, played: true, findings: [`the row broke off: ${failure.stack}`], figures: "" };
  }
}

/** A control row holds when the oracle finds all that it must. */
function verdict(row, findings) {
  if (!row.control) return findings.length === 0;
  return [row.control].flat().every((must) => findings.some((finding) => must.test(finding)));
}
