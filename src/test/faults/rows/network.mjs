const PROXIES = ["redis", "postgres"];
/** What AdvisoryReaderLease asks of the server: it gives a silent client up after idle 10 s and three probes of 5 s. */
const KEEPALIVE_SECONDS = 25;

const halfOpen = (server, expected) => ({
  name: `half-open-${server}`,
  broken: `the network between the application and ${server} is cut for 40 s without a word: connections stay open on both sides and silent for ever`,
  expected,
  system: { proxies: [server] },
  async run({ system, figures, expectAllTaken, sleep }) {
    figures.broken();
    system.proxies[server].cutOff();
    await sleep(KEEPALIVE_SECONDS * 1000);
    system.proxies[server].serverForgets();
    await sleep((40 - KEEPALIVE_SECONDS) * 1000);
    system.proxies[server].join();
    figures.mended();
    if (server === "postgres") expectAllTaken("requests got 503 because of PostgreSQL's network");
    await sleep(30_000);
  },
});

export default [
  halfOpen("redis", "503 soon after the cut; dead connections are noticed by their silence; all goes on by itself on new ones"),
  halfOpen("postgres", "every event is taken (no 503); dead connections are noticed by their silence; all is stored once on new ones"),
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
