import { readFileSync, statSync, truncateSync } from "node:fs";

/** Cuts the newest append file inside its last XADD, which must lie behind `from`. */
function tear(file, from) {
  const content = readFileSync(file, "latin1");
  // Not by toUpperCase: that of some bytes is longer, and the file would grow.
  const last = [...content.matchAll(/\$4\r\nXADD\r\n/gi)].at(-1)?.index ?? -1;
  if (last < from) throw new Error("no unacknowledged event is in the append file");
  truncateSync(file, last + 60);
  return content.length - last - 60;
}

export default {
  name: "torn-append-file",
  broken: "Redis is killed with events in its append file that nobody was told of, and the file's end is torn off inside the last of them; three times",
  expected: "Redis starts (aof-load-truncated) without the torn event; it was not acknowledged, its sender sends it again; nothing else is missing",
  system: { proxies: ["redis"] },
  async run({ system, figures, sleep }) {
    const { redis, proxies } = system;
    for (let times = 0; times < 3; times++) {
      figures.broken();
      const file = redis.appendFiles.at(-1);
      const { size } = statSync(file);
      proxies.redis.reply = () => null;
      await sleep(500);
      await redis.kill();
      const torn = tear(file, size);
      proxies.redis.reply = (chunk) => chunk;
      await redis.start();
      figures.mended();
      figures.note(`${torn} bytes torn off`);
      await sleep(4000);
    }
  },
};
