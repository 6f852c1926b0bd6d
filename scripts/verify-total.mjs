// Adds up what the runners counted; a gate that failed without a failed test counts as one failure. Usage: <folder> <failed gates>
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder = '.', failedGates = '0'] = process.argv.slice(2);
const read = (name) => {
  const file = path.join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

let passed = 0;
let failed = 0;
let skipped = 0;
const vitest = read('vitest.json');
if (vitest) {
  passed += vitest.numPassedTests;
  failed += vitest.numFailedTests;
  skipped += vitest.numPendingTests;
}
const playwright = read('playwright.json');
if (playwright) {
  passed += playwright.stats.expected + playwright.stats.flaky;
  failed += playwright.stats.unexpected;
  skipped += playwright.stats.skipped;
  if (playwright.stats.flaky > 0) console.log(`${playwright.stats.flaky} passed only at the second try`);
}
// A runner that left no count, or a gate that broke beside its tests, must not pass unseen.
if (!vitest) failed += 1;
if (!playwright) failed += 1;
failed = Math.max(failed, Number(failedGates));
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
