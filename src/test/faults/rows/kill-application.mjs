import { killAndRestart } from "../breaks.mjs";

export default {
  name: "kill-application",
  broken: "kill -9 of the application, 20 times at random moments",
  expected: "nothing acknowledged is lost, nothing is stored twice, dashboards go on without a gap",
  short: true,
  async run({ system, figures, short, sleep }) {
    for (let times = short ? 2 : 20; times > 0; times--) {
      await sleep(500 + Math.random() * 3000);
      await killAndRestart(system.application, figures);
    }
  },
};
