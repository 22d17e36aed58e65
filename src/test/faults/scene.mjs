/** A system with a class that sends and dashboards that look on: what a row plays in. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { LiveClient } from "../end-to-end/frame-store.mjs";
import { eventually } from "../end-to-end/running-system.mjs";
import { signIn } from "../end-to-end/sign-in.mjs";
import { Figures } from "./figures.mjs";
import { Ledger } from "./ledger.mjs";
import { Load } from "./load.mjs";
import { judge } from "./oracle.mjs";
import { SystemUnderTest } from "./system-under-test.mjs";

const DASHBOARDS = 3;
const WARM_UP_EVENTS = 300;

/**
 * Whether 503 has been right since this was called, and no other server's doing: on a machine that stands still for seconds Redis looks dead, and
 * on one whose disk is slow the log itself is overloaded; only the short form, which CI plays on whatever machine it has, allows for the latter.
 */
async function excuses(system, short) {
  const refused = () => system.application.metric("cellmonitor_log_refused_total");
  const lossesBefore = lossesOfRedis(system);
  const refusedBefore = short ? await refused() : 0;
  return async () => lossesOfRedis(system) > lossesBefore || (short && (await refused()) > refusedBefore);
}

const lossesOfRedis = (system) => readFileSync(system.log("application"), "utf8").split("append connection lost").length;

export class Scene {
  /** In the short form fewer events happen, so that a slow machine catches up sooner. */
  static async open(row, short) {
    const scene = new Scene();
    try {
      await scene.#fill(row, short);
      return scene;
    } catch (failure) {
      await scene.close();
      throw failure;
    }
  }

  async #fill(row, short) {
    this.options = row.system;
    this.system = await SystemUnderTest.start(row.name, this.options);
    await row.prepare?.(this.system);
    this.ledger = new Ledger();
    this.load = new Load(this.system, this.ledger, { ...(short && { rate: 80 }), ...row.load });
    this.cookie = await signIn(this.system.env);
    this.clients = Array.from({ length: DASHBOARDS }, () => new LiveClient(this.system, this.cookie));
  }

  /** Plays one row to its end; gives { findings, figures }. */
  async play(row, short) {
    const { system, load, clients, ledger, cookie } = this;
    const figures = new Figures(ledger);
    const findings = [];
    const expect = (holds, otherwise) => void (holds || findings.push(otherwise));
    const expected = {};
    const goal = ledger.acknowledged.size + WARM_UP_EVENTS;
    load.start();
    await eventually("the class is heard", () => ledger.acknowledged.size >= goal, 300);
    figures.rowBegins();
    const excused = await excuses(system, short);
    const disturbed = [];
    const expectUndisturbed = (holds, otherwise) => void (holds || disturbed.push(otherwise));
    const expectAllTaken = (otherwise) => expectUndisturbed(figures.since("unavailable") === 0, otherwise);
    await row.run({ system, load, clients, ledger, cookie, figures, expect, expectUndisturbed, expectAllTaken, expected, short, sleep });
    if (disturbed.length > 0 && !(await excused())) findings.push(...disturbed);
    await sleep(2000);
    await load.stop();
    const judged = await judge(system, ledger, clients, expected);
    findings.push(...judged.findings);
    return { findings, figures: figures.inWords(judged) };
  }

  async close() {
    this.clients?.forEach((client) => client.close());
    this.load?.close();
    await this.system?.stop();
  }
}
