/** What the measuring programs count and write, on what they would be told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { withSection } from "./performance-document.mjs";
import { fromTheCompositor, fromThePage } from "./scrolling.mjs";

test("a section takes the place of the old one of its name, and what others wrote stays", () => {
  const first = withSection("# Performance\n\n## By hand\n", "cost", "old");
  const second = withSection(withSection(first, "hour", "an hour"), "cost", "new\n");
  assert.equal(second, "# Performance\n\n## By hand\n\n<!-- dashboard:cost -->\nnew\n<!-- /dashboard:cost -->\n\n"
    + "<!-- dashboard:hour -->\nan hour\n<!-- /dashboard:hour -->\n");
});

test("a refresh without an animation frame is skipped, but not where nothing scrolled", () => {
  const moved = (...times) => times.map((time) => ({ time, moved: true }));
  assert.deepEqual(fromThePage(moved(0, 16, 33, 50)), { refreshes: 3, skipped: 0, longest: 17 });
  assert.deepEqual(fromThePage(moved(0, 16.5, 66.5, 83)), { refreshes: 5, skipped: 2, longest: 50 });
  assert.deepEqual(fromThePage([{ time: 0, moved: true }, { time: 500, moved: false }, { time: 516, moved: true }]),
    { refreshes: 0, skipped: 0, longest: 0 });
});

test("a frame counts as dropped where the compositor says so, while it scrolls, where it shows, and no other report of it says that it was shown", () => {
  const report = (frame, state, scroll = "SCROLL_COMPOSITOR_THREAD", seen = true) =>
    ({ args: { frame_reporter: { layer_tree_host_id: 1, frame_source: 7, frame_sequence: frame, state, scroll_state: scroll, affects_smoothness: seen } } });
  const traceEvents = [
    report(1, "STATE_PRESENTED_ALL"),
    report(2, "STATE_DROPPED"),
    report(3, "STATE_DROPPED"),
    report(3, "STATE_PRESENTED_PARTIAL"),
    report(4, "STATE_DROPPED", "SCROLL_COMPOSITOR_THREAD", false),
    report(5, "STATE_NO_UPDATE_DESIRED"),
    report(6, "STATE_DROPPED", "SCROLL_NONE"),
    { args: {} },
  ];
  assert.deepEqual(fromTheCompositor({ traceEvents }), { frames: 4, dropped: 1 });
});
