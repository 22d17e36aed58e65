import type { CDPSession } from 'playwright-core';

/** A node of a sampled call tree, as Chromium's profiler gives it. */
interface Node {
  id: number;
  callFrame: { url: string };
  children?: number[];
}

interface Profile {
  nodes: Node[];
  samples: number[];
  timeDeltas: number[];
  startTime: number;
}

/** Microseconds between two samples. */
const INTERVAL = 100;

/**
 * The most milliseconds that one sample counts: samples further apart are those
 * between which the machine had given the processor to something else.
 */
const LONGEST_SAMPLE = 0.5;

/** What stands in the address of every script of the extension. */
const OURS = '/extensions/cell-monitor/';

/** Begins to sample what the main thread of a page does. */
export async function beginProfile(session: CDPSession): Promise<void> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
}

/**
 * Ends the sampling.
 *
 * @returns the moments (milliseconds since the begin) of the samples in which the
 * extension, or something that it had called, was running, and how long each counts
 */
export async function endProfile(
  session: CDPSession
): Promise<{ at: number; milliseconds: number }[]> {
  const { profile } = (await session.send('Profiler.stop')) as {
    profile: Profile;
  };
  const ours = ourNodes(profile.nodes);
  let at = 0;
  return profile.samples.flatMap((node, index) => {
    const delta = (profile.timeDeltas[index] ?? 0) / 1000;
    at += delta;
    const milliseconds = Math.min(delta, LONGEST_SAMPLE);
    return ours.has(node) ? [{ at, milliseconds }] : [];
  });
}

/** The extension's own functions and everything below them. */
function ourNodes(nodes: Node[]): Set<number> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const ours = new Set<number>();
  const take = (node: Node): void => {
    ours.add(node.id);
    (node.children ?? []).forEach(id => take(byId.get(id) as Node));
  };
  nodes
    .filter(({ callFrame }) => callFrame.url.includes(OURS))
    .forEach(node => ours.has(node.id) || take(node));
  return ours;
}
