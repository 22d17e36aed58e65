import { readFileSync } from "node:fs";
import { eventually } from "../../end-to-end/running-system.mjs";
import { SmallDisk } from "../disks.mjs";

export default [
  {
    name: "full-disk-redis",
    broken: "the disk under Redis gets full: it exits; after 5 s there is room again and it is started",
    expected: "503 with Retry-After from then on; nothing acknowledged is lost; all goes on by itself when Redis is back",
    system: { disks: { redis: SmallDisk.of(64) } },
    async run({ system, figures, expect, sleep }) {
      system.disks.redis.fill(2);
      await eventually("Redis has exited", () => !system.redis.alive, 120);
      figures.broken();
      await sleep(5000);
      system.disks.redis.makeRoom();
      await system.redis.start();
      figures.mended();
      expect(figures.since("unavailable") > 0, "no request got 503");
      await sleep(5000);
    },
  },
  {
    name: "full-disk-postgres",
    broken: "the disk under PostgreSQL gets full and stays so for 20 s; where PostgreSQL ends, it is started again",
    expected: "every event is taken (no 503); when there is room again all is stored once, without a dead letter",
    system: {
      postgres: { max_wal_size: "48MB", min_wal_size: "32MB" },
      disks: { postgres: SmallDisk.of(192) },
    },
    async run({ system, figures, expectAllTaken, sleep }) {
      system.disks.postgres.fill(3);
      const full = () => readFileSync(system.log("postgres"), "utf8").includes("No space left on device");
      await eventually("PostgreSQL has met its full disk", full, 240);
      figures.broken();
      const end = Date.now() + 20_000;
      while (Date.now() < end) await sleep(500);
      system.disks.postgres.makeRoom();
      if (!system.postgres.alive) await system.postgres.start();
      figures.mended();
      expectAllTaken("requests got 503 because of PostgreSQL's disk");
      await sleep(10_000);
    },
  },
];
