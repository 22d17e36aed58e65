import { eventually } from "../../end-to-end/running-system.mjs";
import { letters, replay } from "../dead-letters.mjs";
import { seconds } from "../figures.mjs";
import { poison } from "../poison.mjs";

/** As a rule of the database that a migration got wrong: it refuses every run of some cells. */
const REFUSE = `
  create function refuse() returns trigger language plpgsql as $$
  begin raise exception using errcode = '23514', message = 'refused'; end $$;
  create trigger refuse before insert on learning_events for each row when (new.cell_index in (3, 7)) execute function refuse()`;

export default [
  {
    name: "poison-event",
    broken: "five events that PostgreSQL cannot take (SQLSTATE 22001) are put straight into the log, under load",
    expected: "each is a dead letter after five tries, all others are stored; a replay leaves it where it is; no event gets 503",
    short: true,
    async run({ system, figures, ledger, short, expect, sleep }) {
      const unavailable = ledger.unaccepted.unavailable;
      const places = [];
      for (let count = short ? 2 : 5; count > 0; count--) {
        figures.broken();
        const begun = performance.now();
        places.push(await poison(system.redis, `poison-${count}-${Date.now()}`));
        await eventually("it is a dead letter", async () => (await letters(system)).some(({ place }) => place === places.at(-1)), 120);
        figures.mended();
        figures.note(`a dead letter after ${seconds(performance.now() - begun)}`);
        await sleep(1000);
      }
      const { replayed, left } = await replay(system);
      expect(replayed === 0 && left === places.length, `a replay stored ${replayed}, refused ${left} of ${places.length}`);
      const kept = (await letters(system)).filter(({ reason }) => reason === "SQLSTATE 22001").map(({ place }) => place);
      expect(places.every((place) => kept.includes(place)), "a dead letter does not say SQLSTATE 22001");
      expect(ledger.unaccepted.unavailable === unavailable, "requests got 503 because of a bad event");
      await system.postgres.query("delete from dead_letters");
    },
  },
  {
    name: "dead-letter-replay",
    broken: "PostgreSQL refuses every run of two cells in twelve for 5 s (SQLSTATE 23514); then the rule is mended and they are replayed, three times at once",
    expected: "what it refuses becomes dead letters, all else is stored; replayed, all are stored once, counters included, and no dead letter is left",
    alone: true,
    // Without InfluxDB: minutes that were closed before a replay are not written again.
    system: {},
    load: { rate: 60 },
    short: true,
    async run({ system, figures, ledger, expect }) {
      const length = async () => Number((await system.redis.ask("XINFO", "STREAM", "events:{0}"))["entries-added"]);
      figures.broken();
      await system.postgres.query(REFUSE);
      await eventually("there are dead letters", async () => (await letters(system)).length >= 30, 180);
      await system.postgres.query("drop trigger refuse on learning_events");
      figures.mended();
      const drained = async () => (await system.redis.ask("XPENDING", "events:{0}", "relational"))[0] === 0;
      await eventually("what was tried is stored or a dead letter", drained, 120);
      const put = (await letters(system)).length;
      const sent = ledger.sent.size;
      const before = await length();
      const replays = await Promise.all([replay(system), replay(system), replay(system)]);
      const repeated = (await length()) - before;
      figures.note(`${put} dead letters, replayed: ${replays.map(({ replayed, left }) => `${replayed} stored, ${left} refused`).join("; ")}`);
      expect(repeated <= (ledger.sent.size - sent) * 2 + 50, `the log grew by ${repeated} entries: replayed ones are among them`);
      const again = await replay(system);
      expect(again.replayed === 0 && again.left === 0, "a replay found dead letters after all were replayed");
    },
  },
];
