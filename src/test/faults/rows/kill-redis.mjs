import { killAndRestart } from "../breaks.mjs";

export default {
  name: "kill-redis",
  broken: "kill -9 of Redis, away for 3 s, started again on its data; five times",
  expected: "503 with Retry-After while it is away, nothing acknowledged is lost, the application reconnects by itself",
  short: true,
  async run({ system, figures, short, sleep, expect }) {
    for (let times = short ? 1 : 5; times > 0; times--) {
      await killAndRestart(system.redis, figures, 3000);
      await sleep(short ? 2000 : 5000);
    }
    expect(figures.since("unavailable") > 0, "no request got 503 while Redis was away");
  },
};
