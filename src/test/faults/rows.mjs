/** All rows of the folder rows/, in the order of their file names; a file may hold several of one kind. */
import { readdirSync } from "node:fs";
import path from "node:path";

/** What a row gets that names no system of its own; in the short form one serves all these. */
const USUAL_SYSTEM = { influx: true };
const folder = path.join(import.meta.dirname, "rows");

export async function allRows() {
  const rows = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort()) {
    const { default: found } = await import(path.join(folder, file));
    for (const row of [found].flat()) rows.push({ ...row, system: row.system ?? USUAL_SYSTEM, usual: row.system === undefined, file });
  }
  return rows;
}
