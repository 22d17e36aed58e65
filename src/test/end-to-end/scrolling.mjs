/**
 * Whether scrolling is smooth, said twice: by the page, whose animation frames come with the times of the screen's refreshes (60 a second), so that a
 * skipped refresh is a gap; and by Chromium's compositor in its trace, which says of each frame whether it was shown or dropped.
 */
import { setTimeout as sleep } from "node:timers/promises";

const REFRESH_MILLISECONDS = 1000 / 60;
const SPEED_PIXELS_A_SECOND = 1600;
const CATEGORIES = ["cc", "benchmark", "disabled-by-default-devtools.timeline.frame"];

/** Wheels down and up over `target` as often as `times`; gives what the page and the compositor saw. */
export async function scrolled(browser, page, target, times) {
  const devtools = await page.context().newCDPSession(page);
  const box = await page.locator(target).boundingBox();
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + Math.min(box.height / 2, 300)) };
  const way = await page.locator(target).evaluate((element) => element.scrollHeight - element.clientHeight);
  if (way <= 0) throw new Error(`${target} has nothing to scroll`);
  await browser.startTracing(page, { categories: CATEGORIES });
  await followFrames(page);
  for (let time = 0; time < times; time += 1) {
    for (const yDistance of [-way, way]) {
      await devtools.send("Input.synthesizeScrollGesture", { ...at, yDistance, speed: SPEED_PIXELS_A_SECOND, gestureSourceType: "mouse" });
    }
  }
  const frames = await page.evaluate(() => window.stopFollowing());
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await sleep(500);
  await devtools.detach();
  return { pixels: way * 2 * times, ...fromThePage(frames), ...fromTheCompositor(trace) };
}

/** Keeps the time of every animation frame, and whether something has scrolled since the one before. */
const followFrames = (page) => page.evaluate(() => {
  const frames = [];
  let [moved, next] = [false, 0];
  const scroll = () => (moved = true);
  const frame = (time) => {
    frames.push({ time, moved });
    moved = false;
    next = requestAnimationFrame(frame);
  };
  document.addEventListener("scroll", scroll, { capture: true, passive: true });
  next = requestAnimationFrame(frame);
  window.stopFollowing = () => {
    cancelAnimationFrame(next);
    document.removeEventListener("scroll", scroll, { capture: true });
    return frames;
  };
});

/** Refreshes while the page scrolled, those of them without an animation frame, and the longest time without one. */
export function fromThePage(frames) {
  let [refreshes, skipped, longest] = [0, 0, 0];
  for (let at = 1; at < frames.length; at += 1) {
    // The gap counts where scrolling went on: what came before or after it is not seen.
    if (!frames[at].moved || !frames[at - 1].moved) continue;
    const gap = frames[at].time - frames[at - 1].time;
    const passed = Math.max(1, Math.round(gap / REFRESH_MILLISECONDS));
    refreshes += passed;
    skipped += passed - 1;
    longest = Math.max(longest, gap);
  }
  return { refreshes, skipped, longest };
}

/**
 * Frames that should have changed what is scrolled, and those that were dropped though somebody could see it. A frame has several reports where the
 * compositor went on without the page's main thread: it was shown when one of them says so.
 */
export function fromTheCompositor({ traceEvents }) {
  const frames = new Map();
  for (const { args } of traceEvents) {
    const report = args?.frame_reporter;
    if (!report) continue;
    const frame = `${report.layer_tree_host_id} ${report.frame_source} ${report.frame_sequence}`;
    frames.set(frame, [...(frames.get(frame) ?? []), report]);
  }
  const wanted = [...frames.values()].filter((reports) =>
    reports.some(({ scroll_state: scroll, state }) => scroll !== "SCROLL_NONE" && state !== "STATE_NO_UPDATE_DESIRED"));
  const dropped = wanted.filter((reports) =>
    !reports.some(({ state }) => state.startsWith("STATE_PRESENTED"))
    && reports.some(({ state, affects_smoothness: seen }) => state === "STATE_DROPPED" && seen));
  return { frames: wanted.length, dropped: dropped.length };
}
