import { LightDashboard } from "../../end-to-end/light-dashboard.mjs";
import { eventually } from "../../end-to-end/running-system.mjs";
import { seconds } from "../figures.mjs";

const MOST_GROWTH_MIB = 128;

/** A dashboard that connects and never reads, so that its kernel takes no more than a first window for it; it comes back when it is told to. */
async function deaf(system, cookie) {
  const { CELL_MONITOR_URL: url, CELL_MONITOR_CLASS: classId } = system.env;
  const dashboard = new LightDashboard(url, classId, cookie);
  dashboard.connections = 1;
  dashboard.onLost = () => {
    dashboard.connections += 1;
    setTimeout(() => dashboard.connect(), 500);
  };
  void dashboard.connect();
  await new Promise((resolve) => dashboard.socket.once("open", resolve));
  dashboard.socket.pause();
  return dashboard;
}

/** The most memory that a program has while `work` goes on, beyond what it had before, in MiB. */
async function growth(program, work) {
  const before = program.resident;
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, program.resident)), 200);
  await work();
  clearInterval(watching);
  return most - before;
}

const longestDelay = ({ store }, since) => store.delays.slice(since).reduce((most, delay) => Math.max(most, delay), 0);

export default {
  name: "slow-dashboards",
  broken: "a hundred dashboards connect and do not read their sockets for 60 s while the class goes on, then read again",
  load: { rate: 300 },
  expected: "each gets one snapshot in place of its backlog, or «bye, slow» and comes back; memory stays bounded; the other dashboards and the class notice nothing",
  async run({ system, figures, clients, cookie, ledger, short, expect, sleep }) {
    const unavailable = ledger.unaccepted.unavailable;
    const before = clients.map(({ store, connections }) => ({ seen: store.delays.length, connections }));
    const slow = [];
    figures.broken();
    const grown = await growth(system.application, async () => {
      for (let count = short ? 20 : 100; count > 0; count--) slow.push(await deaf(system, cookie));
      await sleep(short ? 25_000 : 60_000);
    });
    slow.forEach(({ socket }) => socket.resume());
    figures.mended();
    const place = clients[0].store.at;
    const begun = performance.now();
    await eventually("the slow ones catch up", () => slow.every((one) => one.isAt(place)), 120);
    figures.note(`the slow ones were true again after ${seconds(performance.now() - begun)}`);
    figures.note(`${slow.filter(({ byes }) => byes.includes("slow")).length} of ${slow.length} heard «bye, slow»`);
    figures.note(`each got ${Math.round(slow.reduce((sum, { bytes }) => sum + bytes, 0) / slow.length / 1024)} KiB`);
    figures.note(`the application's memory grew by ${grown.toFixed(0)} MiB at most`);
    figures.note(`longest way from the log to the others ${seconds(Math.max(...clients.map((client, index) => longestDelay(client, before[index].seen))))}`);
    const untold = slow.filter(({ snapshots, connections }) => snapshots < 2 && connections === 1);
    expect(untold.length === 0, `the whole backlog was kept for ${untold.length} slow dashboards`);
    expect(grown < MOST_GROWTH_MIB, `the application's memory grew by ${grown.toFixed(0)} MiB`);
    expect(ledger.unaccepted.unavailable === unavailable, "requests got 503 because of slow dashboards");
    const lost = clients.filter(({ connections }, index) => connections > before[index].connections);
    expect(lost.length === 0, `${lost.length} dashboards that read lost their connections: ${lost.map(({ store }) => store.byes.at(-1))}`);
    const faults = slow.flatMap((one) => one.faults);
    expect(faults.length === 0, `a slow dashboard: ${faults[0]}`);
    slow.forEach((one) => one.cut());
  },
};
