import { PowerCutDisk } from "../disks.mjs";

const LOG_DISK = 256;
const DATABASE_DISK = 768;

/** The power of Redis's machine goes while PostgreSQL stands still: what only the log has must be there afterwards. */
async function cutRedis({ system, figures, short, sleep }) {
  for (let times = short ? 1 : 3; times > 0; times--) {
    system.postgres.freeze();
    await sleep(3000);
    figures.broken();
    await system.disks.redis.cutPower(system.redis);
    system.postgres.thaw();
    await system.redis.start();
    figures.mended();
    await sleep(4000);
  }
}

export default [
  {
    name: "power-cut-redis",
    broken: "power cut under Redis: all that its kernel had not written to disk is gone; PostgreSQL stands still for 3 s before; three times",
    expected: "nothing acknowledged is lost: each answer left after the fsync",
    system: { disks: { redis: PowerCutDisk.of(LOG_DISK) } },
    run: cutRedis,
  },
  {
    name: "power-cut-postgres",
    broken: "power cut under PostgreSQL: all that its kernel had not written to disk is gone; three times",
    expected: "what was acknowledged to the log is committed and synced: nothing is lost, nothing is there twice",
    system: { disks: { postgres: PowerCutDisk.of(DATABASE_DISK) } },
    async run({ system, figures, sleep }) {
      for (let times = 0; times < 3; times++) {
        await sleep(3000);
        figures.broken();
        await system.disks.postgres.cutPower(system.postgres);
        await system.postgres.start();
        figures.mended();
        await sleep(3000);
      }
    },
  },
  {
    name: "control-no-fsync",
    broken: "the same power cut under a Redis with appendfsync no, which the operator has confirmed",
    expected: "the oracle finds acknowledged events that are lost",
    control: /acknowledged events are not (stored|in the log)/,
    short: true,
    system: {
      redis: { appendfsync: "no" },
      application: { CELL_MONITOR_REDIS_DURABILITY_CONFIRMED: "true" },
      disks: { redis: PowerCutDisk.of(LOG_DISK) },
    },
    run: cutRedis,
  },
];
