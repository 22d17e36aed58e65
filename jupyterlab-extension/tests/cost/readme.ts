import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const README = resolve(import.meta.dirname, '../../README.md');
const BEGIN = '<!-- cost: written by `npm run cost` -->';
const END = '<!-- end of cost -->';

/** Puts figures into the marked section of the README. */
export function writeFigures(figures: readonly string[]): void {
  const text = readFileSync(README, 'utf-8');
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error('README.md has no section for the cost');
  }
  const lines = figures.map(figure => `- ${figure}`).join('\n');
  const day = new Date().toISOString().slice(0, 10);
  const section = `${BEGIN}\n\nMeasured on ${day}:\n\n${lines}\n\n`;
  writeFileSync(README, text.slice(0, begin) + section + text.slice(end));
}
