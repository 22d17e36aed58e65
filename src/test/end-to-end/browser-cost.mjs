/** What a page costs its browser, told by Chromium itself. Times are the main thread's own on a processor: what others do does not count. */
import { setTimeout as sleep } from "node:timers/promises";

const PARTS = { scripting: "ScriptDuration", style: "RecalcStyleDuration", layout: "LayoutDuration", all: "TaskDuration" };

export class BrowserCost {
  static async of(page) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    return new BrowserCost(page, devtools);
  }

  constructor(page, devtools) {
    Object.assign(this, { page, devtools });
  }

  /** So many seconds: `repaints` a second (mean and most) and, of one core, shares of `scripting`, `style`, `layout` and `all` of the main thread. */
  async during(seconds) {
    const before = await this.#metrics();
    const begun = performance.now();
    const [repaints] = await Promise.all([countRepaints(this.page, seconds), sleep(seconds * 1000)]);
    const after = await this.#metrics();
    const elapsed = (performance.now() - begun) / 1000;
    const shares = Object.entries(PARTS).map(([part, name]) => [part, (after[name] - before[name]) / elapsed]);
    return { ...repaints, ...Object.fromEntries(shares) };
  }

  /** What the scripts hold once nothing is left that nobody holds, bytes; and how many nodes and listeners there are. */
  async memory() {
    // What only a weak reference or a finalizer held goes with the second one.
    for (let time = 0; time < 2; time += 1) await this.devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.devtools.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await this.devtools.send("Memory.getDOMCounters");
    return { heap: usedSize, nodes, listeners: jsEventListeners };
  }

  async #metrics() {
    const { metrics } = await this.devtools.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }
}

/**
 * A repaint is one commit of React: one batch of changes of the document, the clocks' ticks among them. What is drawn on a canvas changes no document:
 * `draws` counts that, by the call with which a drawing begins.
 */
const countRepaints = (page, seconds) => page.evaluate(async (milliseconds) => {
  const pen = CanvasRenderingContext2D.prototype;
  const { setTransform } = pen;
  const perSecond = new Map();
  let [batches, draws] = [0, 0];
  pen.setTransform = function begin(...transform) {
    draws += 1;
    return setTransform.apply(this, transform);
  };
  const observer = new MutationObserver(() => {
    batches += 1;
    const second = Math.floor(performance.now() / 1000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  observer.disconnect();
  pen.setTransform = setTransform;
  const of = (count) => count / (milliseconds / 1000);
  return { repaints: of(batches), most: Math.max(0, ...perSecond.values()), draws: of(draws) };
}, seconds * 1000);
