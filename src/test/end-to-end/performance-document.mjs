/** docs/performance.md: a section stands between marks of its own, as `./dev bench` writes them; what other programs wrote there stays. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { project } from "./running-system.mjs";

const file = path.join(project, "docs", "performance.md");

/** `text` with the section in the place of the old one of the same name, else at the end. */
export function withSection(text, name, content) {
  const [begin, end] = [`<!-- dashboard:${name} -->`, `<!-- /dashboard:${name} -->`];
  const section = `${begin}\n${content.trim()}\n${end}`;
  const [from, until] = [text.indexOf(begin), text.indexOf(end)];
  if (from >= 0 && until > from) return text.slice(0, from) + section + text.slice(until + end.length);
  return `${text.trimEnd()}\n\n${section}\n`;
}

export function writeSection(name, content) {
  writeFileSync(file, withSection(readFileSync(file, "utf8"), name, content));
}

export const load = () => loadavg()[0].toFixed(1);

/** When, on which processor, of which sources; `before` is the load average when the measuring began. */
export function stamp(before) {
  return `Load average before: ${before}, after: ${load()}. ${new Date().toISOString().slice(0, 10)}, ${cpus()[0].model.trim()}, commit ${commit()}.`;
}

export function machine() {
  return `${cpus().length} processors (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB memory`;
}

/** The commit of the sources, with `+` when they were changed since; this document may change, it is what is written. */
function commit() {
  const git = (...words) => execFileSync("git", words, { cwd: project, encoding: "utf8" }).trim();
  return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "--", ".", ":!docs/performance.md") ? "+" : "");
}
