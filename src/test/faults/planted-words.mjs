/** Looks for students' words in what programs have written into their log files. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { planted } from "./student-events.mjs";

/** One sentence for each file of `folder` that holds a planted word. */
export function plantedWords(folder) {
  const findings = [];
  for (const name of readdirSync(folder)) {
    const content = readFileSync(path.join(folder, name));
    for (const word of planted) {
      if (content.includes(word)) findings.push(`${name} holds a student's word`);
    }
  }
  return findings;
}
