/** Pictures as files that may lie in a repository: PNG with a palette, as small as a page of few colours can be. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import UPNG from "upng-js";
import { project } from "./running-system.mjs";

const folder = path.join(project, "docs", "pictures");
const COLOURS = 256;
const LIMIT = 150 * 1024;

/** Takes `page` as docs/pictures/`name`.png; fails above the limit. */
export async function takePicture(page, name) {
  const shot = UPNG.decode(await page.screenshot());
  const picture = Buffer.from(UPNG.encode([UPNG.toRGBA8(shot)[0]], shot.width, shot.height, COLOURS));
  if (picture.length > LIMIT) throw new Error(`${name} is ${picture.length} bytes; the limit is ${LIMIT}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.png`), picture);
  console.log(`${name}: ${Math.round(picture.length / 1024)} KiB`);
}
