// Opens every page of sites in a real browser and asks what a reader would:
//   node check.mjs [--quick] OUT CHROMIUM office=DIR analyst=DIR [hostile=DIR] names=learner.csv
// Writes screenshots and PDFs to OUT. Ends with 1 when anything is not as it must be.
import { mkdirSync } from 'node:fs';
import { Browser, checks, faults } from './harness.mjs';
import { everyPage } from './every-page.mjs';
import { hostile, reader } from './reader.mjs';
import { privacy } from './privacy.mjs';
import { large } from './large.mjs';

const words = process.argv.slice(2);
const isQuick = words[0] === '--quick';
const [out, executable, ...rest] = isQuick ? words.slice(1) : words;
const given = Object.fromEntries(rest.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
const site = (kind) => ({ kind, folder: given[kind] });
const office = site('office');
const analyst = site('analyst');
mkdirSync(out, { recursive: true });

const begun = Date.now();
const seconds = (from) => ((Date.now() - from) / 1000).toFixed(1);
async function part(name, work) {
  const from = Date.now();
  const result = await work();
  console.log(`  ${name}: ${seconds(from)} s`);
  return result;
}

const browser = await Browser.start(executable);
try {
  const took = await part('every page', () => everyPage(browser, [office, analyst], out, isQuick));
  console.log(`    most: ${took.slice(0, 4).map(([ms, page]) => `${page} ${(ms / 1000).toFixed(1)} s`).join(', ')}`);
  await part('readers', () => reader(browser, office));
  await part('privacy', async () => privacy(analyst, given.names));
  // In the quick check the sample itself has the hostile names.
  await part('hostile names', () => given.hostile ? hostile(browser, site('hostile')) : hostile(browser, office, ['index.html', 'course-LHDN-2026-1.html', 'learners.html', 'learners-LHDN-2026-1.html']));
  await part('a large course', () => large(browser, office));
} finally {
  await browser.close();
}
console.log(`${checks} checks, ${faults.length} faults, ${seconds(begun)} s in the browser`);
process.exit(faults.length ? 1 : 0);
