import { seconds } from "../figures.mjs";

export default {
  name: "terminate-application",
  broken: "SIGTERM to the application under load, then a new start",
  expected: "it ends by itself; every request that it took is answered; each dashboard is told «bye, shutdown»; the next start goes on where it was",
  async run({ system, figures, clients, expect, sleep }) {
    figures.broken();
    const took = await system.application.end("SIGTERM", 60);
    expect(system.application.child.exitCode === 143, `it ended with ${system.application.child.exitCode}, ${system.application.child.signalCode}`);
    figures.note(`ended after ${seconds(took)}`);
    expect(figures.since("unanswered") === 0, `${figures.since("unanswered")} requests got no answer`);
    const told = clients.filter(({ store }) => store.byes.includes("shutdown")).length;
    expect(told === clients.length, `${told} of ${clients.length} dashboards were told of the shutdown`);
    await system.application.start();
    figures.mended();
    await sleep(5000);
  },
};
