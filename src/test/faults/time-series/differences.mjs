/** What two lists of { key, value } do not have in common, in sentences. */
import { isDeepStrictEqual } from "node:util";

/** Of each key the values of `stored` and `found` that are not in the other one. `known`: whether anything of that key is stored. */
function unmatched(stored, found) {
  const places = new Map();
  const place = (key) => places.get(key) ?? places.set(key, { stored: [], found: [], known: false }).get(key);
  stored.forEach(({ key, value }) => Object.assign(place(key), { known: true }).stored.push(value));
  for (const { key, value } of found) {
    const at = place(key);
    const same = at.stored.findIndex((other) => isDeepStrictEqual(other, value));
    if (same >= 0) at.stored.splice(same, 1);
    else at.found.push(value);
  }
  return [...places.values()].filter((at) => at.stored.length + at.found.length > 0);
}

/** What is missing, there twice, of nothing that is stored, or different in the time series; `what` they are, in the plural. */
export function differences(what, stored, found) {
  const counts = { missing: 0, twice: 0, foreign: 0, different: 0 };
  let example = null;
  for (const at of unmatched(stored, found)) {
    const different = Math.min(at.stored.length, at.found.length);
    if (different > 0) example ??= JSON.stringify({ sql: at.stored[0], influx: at.found[0] });
    counts.different += different;
    counts.missing += at.stored.length - different;
    counts[at.known ? "twice" : "foreign"] += at.found.length - different;
  }
  const sentences = {
    missing: "are not in the time series",
    twice: "are in the time series twice",
    foreign: "of the time series are of nothing that is stored",
    different: `differ in the time series, as ${example}`,
  };
  return Object.entries(counts).filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${what} ${sentences[kind]}`);
}
