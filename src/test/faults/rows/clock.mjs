import { LiveClient } from "../../end-to-end/frame-store.mjs";
import { eventually } from "../../end-to-end/running-system.mjs";
import { signIn } from "../../end-to-end/sign-in.mjs";
import { requireClock, setAhead, underJumpingClock } from "../clock.mjs";

/** Hears how far the application's clock is ahead, in minutes: each status frame says it, on whatever connection it comes. */
function listenForClock({ store }) {
  const heard = { ahead: NaN, count: 0 };
  const apply = store.apply.bind(store);
  store.apply = (frame) => {
    apply(frame);
    if (frame.type !== "status") return;
    heard.ahead = (Date.parse(frame.serverTime) - Date.now()) / 60_000;
    heard.count += 1;
  };
  return heard;
}

/** A dashboard of a session that ends as one does that is signed out on another instance: it must be told soon, whatever the clock says. */
class Guest {
  static async of(system) {
    const guest = new Guest();
    guest.system = system;
    guest.client = new LiveClient(system, await signIn(system.env));
    await eventually("the guest sees the class", () => guest.client.store.at !== null, 60);
    return guest;
  }

  async isShownOut() {
    await this.system.postgres.query("delete from sign_in_sessions where id = (select id from sign_in_sessions order by created_at desc limit 1)");
    const told = await eventually("the guest is told", () => this.client.store.byes.length > 0, 45).catch(() => false);
    this.client.close();
    return Boolean(told);
  }
}

export default {
  name: "jumping-clock",
  broken: "the application's clock jumps an hour ahead, then two hours back, then to the true time (libfaketime), 15 s each",
  expected: "events are taken, stored and shown as before, dashboards hear how the application is, who may no longer see the class is shown out: order and counts come from the log, not from this clock",
  system: { before: underJumpingClock, influx: true },
  prepare: requireClock,
  async run({ system, ledger, clients, figures, expect, sleep }) {
    const unavailable = ledger.unaccepted.unavailable;
    const connected = clients.map(({ connections }) => connections);
    const clock = listenForClock(clients[0]);
    const guest = await Guest.of(system);
    figures.broken();
    for (const minutes of [60, -60, 0]) {
      setAhead(minutes);
      await eventually("the clock has jumped", () => Math.abs(clock.ahead - minutes) < 1, 60);
      const { size } = ledger.acknowledged;
      const { frames } = clients[0].store;
      const { count } = clock;
      await sleep(15_000);
      if (minutes < 0) expect(await guest.isShownOut(), "who was signed out went on seeing the class, the clock being behind");
      expect(ledger.acknowledged.size > size, `no event was taken ${minutes} minutes ahead`);
      expect(clock.count > count, `no status came ${minutes} minutes ahead`);
      expect(clients[0].store.frames > frames, `no frame came ${minutes} minutes ahead`);
    }
    figures.mended();
    expect(ledger.unaccepted.unavailable === unavailable, "requests got 503 because of the clock");
    expect(clients.every(({ connections }, index) => connections === connected[index]), "a dashboard lost its connection");
    await sleep(3000);
  },
};
