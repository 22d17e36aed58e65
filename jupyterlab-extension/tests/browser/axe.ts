import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds serious or critical in a part of a page. */
export async function findings(
  page: Page,
  selector: string
): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(async part => {
    const { axe } = globalThis as unknown as {
      axe: { run(part: string, options: RunOptions): Promise<AxeResults> };
    };
    return axe.run(part, { resultTypes: ['violations'] });
  }, selector);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
}
