// Five thousand learners, twenty weeks: the sample's page with invented rows.
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, dataOf, pagesOf } from './harness.mjs';

const LEARNERS = 5000;

export async function large(browser, office) {
  const course = pagesOf(office.folder).filter((name) => name.startsWith('course-')).pop();
  const html = readFileSync(join(office.folder, course), 'utf8');
  const data = dataOf(join(office.folder, course));
  data.weeks = Array.from({ length: 20 }, (_, w) => ({ n: w + 1, first: '2026-09-07', last: '2026-09-13' }));
  const ids = Array.from({ length: LEARNERS }, (_, i) => `HV${String(i).padStart(5, '0')}`);
  data.heat = { ids, names: ids.map((id) => `Nguyễn Văn ${id}`), groups: ids.map((_, i) => `N${i % 90}`), minutes: ids.map((_, i) => (i * 37) % 1500), sessions: ids.flatMap((_, i) => data.weeks.map((week) => (i * 7 + week.n * 3) % 9)), status: { overall: ids.map((_, i) => ['MET', 'NOT_MET', 'NEEDS_REVIEW'][i % 3]) } };
  data.forums.forEach((f) => { f.posts = data.weeks.map((w) => w.n * 40); f.authors = f.posts; });
  const page = 'course-large.html';
  writeFileSync(join(office.folder, page), html.replace(/id="data">.*?<\/script>/s, () => `id="data">${JSON.stringify(data).replace(/</g, "\\u003c")}</script>`));
  try {
    const started = Date.now();
    const { tab, where, close } = await browser.open(office, page);
    const drawn = Date.now() - started;
    const inside = await tab.locator('.heat tbody tr[aria-rowindex]').count();
    check(inside < 120, `${where}: ${inside} rows in the document`);
    const times = await tab.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const region = document.querySelector('.heat');
      const took = {};
      let at = performance.now();
      region.scrollTop = region.scrollHeight; await frame();
      took.scroll = performance.now() - at;
      took.last = [...region.querySelectorAll('tr[aria-rowindex]')].pop().innerText.includes('HV04999');
      at = performance.now();
      document.querySelector('[data-sort=total]').click(); await frame();
      took.sort = performance.now() - at;
      at = performance.now();
      const input = document.querySelector('.panel:has(.heat) input[type=search]');
      input.value = '4321'; input.dispatchEvent(new Event('input')); await frame();
      took.filter = performance.now() - at;
      took.found = region.querySelectorAll('tbody tr[aria-rowindex]').length;
      return took;
    });
    console.log(`  5,000 learners × 20 weeks: opened in ${drawn} ms, scroll ${times.scroll.toFixed(0)} ms, sort ${times.sort.toFixed(0)} ms, filter ${times.filter.toFixed(0)} ms; ${inside} rows in the document`);
    check(times.last, `${where}: the end is reached by scrolling`);
    check(times.found === 1, `${where}: one of five thousand is found`);
    check(drawn < 6000 && times.sort < 1500 && times.filter < 1500 && times.scroll < 1500, `${where}: too slow`);
    await close();
  } finally {
    unlinkSync(join(office.folder, page));
  }
}
