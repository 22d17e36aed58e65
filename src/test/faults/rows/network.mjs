import { eventually } from "../../end-to-end/running-system.mjs";
import { seconds } from "../figures.mjs";

const PROXIES = ["redis", "postgres"];
/** What AdvisoryReaderLease asks of the server: it gives a silent client up after idle 10 s and three probes of 5 s. */
const KEEPALIVE_SECONDS = 25;

/** Cuts the network for so many seconds; `meanwhile` happens at once. */
async function cut(proxy, duration, { figures, sleep }, meanwhile = async () => {}) {
  figures.broken();
  proxy.cutOff();
  const asked = meanwhile();
  await sleep(KEEPALIVE_SECONDS * 1000);
  proxy.serverForgets();
  await sleep((duration - KEEPALIVE_SECONDS) * 1000);
  await asked;
  proxy.join();
  figures.mended();
}

/** More than the pools of writer and reader have places, so that each place has a connection that died in use. */
const ASKERS = 15;

/** Sign-ins of people who do not exist, and the class's history: what needs PostgreSQL. Each answer's status, and how long it took. */
function ask({ system, cookie }) {
  const url = system.env.CELL_MONITOR_URL;
  const timed = async (route, options) => {
    const begun = performance.now();
    const { status } = await fetch(`${url}${route}`, { ...options, signal: AbortSignal.timeout(60_000) });
    return { status, took: performance.now() - begun };
  };
  const asked = [];
  for (let asker = 0; asker < ASKERS; asker++) {
    const body = JSON.stringify({ username: `nobody-${Math.random()}`, password: "no password" });
    asked.push(timed("/api/v1/session", { method: "POST", headers: { "content-type": "application/json" }, body }));
    asked.push(timed(`/api/v1/classes/${system.env.CELL_MONITOR_CLASS}/activity`, { headers: { cookie } }));
  }
  return Promise.all(asked);
}

const served = (answers) => answers.every(({ status }) => status === 401 || status === 200);

export default [
  {
    name: "half-open-redis",
    broken: "the network between the application and redis is cut for 40 s without a word: connections stay open on both sides and silent for ever",
    expected: "503 soon after the cut; dead connections are noticed by their silence; all goes on by itself on new ones",
    system: { proxies: ["redis"] },
    async run(scene) {
      await cut(scene.system.proxies.redis, 40, scene);
      await scene.sleep(30_000);
    },
  },
  {
    name: "half-open-postgres",
    broken:
      "the network between the application and postgres is cut for 120 s without a word, while all places of the pools are in use: connections stay open on both sides and silent for ever",
    expected:
      "every event is taken (no 503); sign-in and history get 503 after seconds; dead connections are noticed by their silence: soon after the cut all places serve again, all is stored once",
    system: { proxies: ["postgres"] },
    async run(scene) {
      const { system, figures, expect, expectAllTaken, sleep } = scene;
      let answers = [];
      await cut(system.proxies.postgres, 120, scene, async () => (answers = await ask(scene)));
      const mended = performance.now();
      const longest = Math.max(...answers.map(({ took }) => took));
      expect(answers.every(({ status }) => status === 503), `answers while it was cut: ${answers.map(({ status }) => status)}`);
      expect(longest < 30_000, `an answer while it was cut took ${seconds(longest)}`);
      await eventually("all places of the pools serve", async () => served(await ask(scene)), 60);
      figures.note(`503 after ${seconds(longest)} at most; all places of the pools served ${seconds(performance.now() - mended)} after it was mended`);
      expectAllTaken("requests got 503 because of PostgreSQL's network");
      await sleep(10_000);
    },
  },
  {
    name: "slow-network",
    broken: "30 to 70 ms more in each direction between the application and both stores, for 30 s",
    expected: "later answers, and nothing else",
    system: { proxies: PROXIES },
    async run({ system, figures, expectAllTaken, sleep }) {
      figures.broken();
      for (const proxy of Object.values(system.proxies)) proxy.delay = () => 30 + Math.random() * 40;
      await sleep(30_000);
      for (const proxy of Object.values(system.proxies)) proxy.delay = () => 0;
      figures.mended();
      expectAllTaken("requests got 503 because the network was slow");
      await sleep(5000);
    },
  },
  {
    name: "resets",
    broken: "every connection between the application and both stores is reset, twice a second for 15 s",
    expected: "503 now and then; nothing acknowledged is lost, nothing is stored twice",
    system: { proxies: PROXIES },
    async run({ system, figures, sleep }) {
      figures.broken();
      for (let times = 0; times < 30; times++) {
        for (const proxy of Object.values(system.proxies)) proxy.reset();
        await sleep(500);
      }
      figures.mended();
      await sleep(5000);
    },
  },
];
