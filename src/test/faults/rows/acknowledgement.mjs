import { eventually } from "../../end-to-end/running-system.mjs";
import { withDatabase } from "../../end-to-end/aggregates.mjs";
import { groups } from "../log-contents.mjs";

/** Between PostgreSQL's commit and the log's XACK, seen from between the application and Redis. */
const isAcknowledgement = (chunk) => /\r\nxack\r\n[^]*\r\nrelational\r\n/i.test(chunk.toString("latin1"));

/** The next XACK never reaches Redis: `then` is called in its stead, at that very moment. */
function atNextAcknowledgement(proxy, then) {
  return new Promise((resolve) => {
    proxy.request = (chunk) => {
      if (!isAcknowledgement(chunk)) return chunk;
      proxy.request = () => null;
      resolve(then());
      return null;
    };
  });
}

/** XREADGROUP with NOACK: what is delivered counts as acknowledged, before any store has it. */
function acknowledgedOnDelivery(chunk) {
  const text = chunk.toString("latin1");
  if (!/\r\nxreadgroup\r\n/i.test(text)) return chunk;
  const more = text.replace(/^\*(\d+)/, (_, words) => `*${Number(words) + 1}`).replace(/\$7\r\nSTREAMS/i, "$$5\r\nNOACK\r\n$&");
  return Buffer.from(more, "latin1");
}

/** No event can be stored until `work` is done. */
function whileEventsAreLocked({ postgres }, work) {
  return withDatabase({ env: { CELL_MONITOR_PG: postgres.address } }, async (database) => {
    await database.query("begin");
    await database.query("lock table learning_events in access exclusive mode");
    await work();
    await database.query("rollback");
  });
}

export default [
  {
    name: "crash-before-xack",
    broken: "kill -9 of the application exactly between PostgreSQL's commit and XACK, 10 times",
    expected: "the batch is delivered again and changes nothing: each event once, counters right",
    short: true,
    system: { proxies: ["redis"] },
    async run({ system, figures, short, sleep }) {
      const proxy = system.proxies.redis;
      for (let times = short ? 2 : 10; times > 0; times--) {
        await atNextAcknowledgement(proxy, () => {
          figures.broken();
          return system.application.kill();
        });
        proxy.request = (chunk) => chunk;
        await system.application.start();
        figures.mended();
        await sleep(1000 + Math.random() * 1000);
      }
    },
  },
  {
    name: "redis-dies-before-xack",
    broken: "kill -9 of Redis exactly between PostgreSQL's commit and XACK, 5 times",
    expected: "the batch is delivered again and changes nothing: each event once, counters right",
    system: { proxies: ["redis"] },
    async run({ system, figures, sleep }) {
      const proxy = system.proxies.redis;
      for (let times = 5; times > 0; times--) {
        await atNextAcknowledgement(proxy, () => {
          figures.broken();
          return system.redis.kill();
        });
        proxy.request = (chunk) => chunk;
        await system.redis.start();
        figures.mended();
        await sleep(3000);
      }
    },
  },
  {
    name: "control-early-xack",
    broken: "a proxy makes delivery itself the acknowledgement (NOACK); then the application is killed before its commit",
    expected: "the oracle finds acknowledged events that are not stored",
    control: /acknowledged events are not stored/,
    short: true,
    system: { proxies: ["redis"] },
    async run({ system, ledger, figures, expected, sleep }) {
      expected.patience = 15;
      system.proxies.redis.request = acknowledgedOnDelivery;
      await sleep(2000);
      figures.broken();
      // Asked before: the batch that is being stored when the table is locked was delivered already, and no other comes after it.
      const [before] = await groups(system.redis);
      await sleep(200);
      // A lock and not a stopped PostgreSQL, which might have a COMMIT in its hand and go through with it afterwards.
      await whileEventsAreLocked(system, async () => {
        const sizeBefore = ledger.acknowledged.size;
        const inHand = async () => (await groups(system.redis))[0].delivered !== before.delivered && ledger.acknowledged.size > sizeBefore + 50;
        await eventually("a batch is in the application's hand and its senders know", inHand, 60);
        await system.application.kill();
      });
      await system.application.start();
      figures.mended();
      await sleep(1000);
    },
  },
];
