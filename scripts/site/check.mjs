// Opens every page of sites in a real browser and asks what a reader would:
//   node check.mjs OUT CHROMIUM office=DIR analyst=DIR hostile=DIR names=learner.csv
// Writes screenshots and a PDF to OUT. Ends with 1 when anything is not as it must be.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [out, executablePath, ...rest] = process.argv.slice(2);
const given = Object.fromEntries(rest.map((word) => word.split('=')));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
let checks = 0;
mkdirSync(out, { recursive: true });

function check(holds, what) {
  checks++;
  if (!holds) {
    faults.push(what);
    console.log(`  FAULT ${what}`);
  }
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--allow-file-access-from-files=false'] });

async function open(site, page, { width = 1280, theme = 'light', lang = 'vi', more = '' } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 860 }, colorScheme: theme, deviceScaleFactor: 1 });
  const tab = await context.newPage();
  const where = `${Object.keys(given).find((kind) => given[kind] === site)} ${page} ${width} ${theme} ${lang}`;
  tab.on('console', (message) => { if (['error', 'warning'].includes(message.type())) check(false, `${where}: console: ${message.text()}`); });
  tab.on('pageerror', (error) => check(false, `${where}: ${error}`));
  tab.on('dialog', (dialog) => { check(false, `${where}: a script ran that is not ours: ${dialog.message()}`); dialog.dismiss(); });
  tab.on('request', (request) => { if (!/^(file|data):/.test(request.url())) check(false, `${where}: asks for ${request.url()}`); });
  await tab.goto(`${pathToFileURL(join(site, page))}#lang=${lang}${more}`);
  await tab.waitForSelector('main h1');
  await tab.waitForTimeout(60);
  return { tab, where, close: () => context.close() };
}

async function accessible(tab, where) {
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  for (const violation of violations) {
    check(false, `${where}: axe ${violation.id} (${violation.impact}): ${violation.nodes.length} × ${violation.nodes[0].html.slice(0, 160)} – ${(violation.nodes[0].any[0] || violation.nodes[0].all[0] || violation.nodes[0].none[0] || {}).message}`);
  }
  check(true, where);
}

const pagesOf = (site) => readdirSync(site).filter((name) => name.endsWith('.html')).sort();

// Every page, wide and narrow, light and dark, in both languages.
for (const kind of ['office', 'analyst']) {
  for (const page of pagesOf(given[kind])) {
    for (const [width, theme, lang] of [[1280, 'light', 'vi'], [1280, 'dark', 'en'], [360, 'light', 'en'], [360, 'dark', 'vi']]) {
      const { tab, where, close } = await open(given[kind], page, { width, theme, lang });
      check((await tab.evaluate(() => document.documentElement.lang)) === lang, `${where}: lang`);
      check((await tab.title()).includes('Học viện'), `${where}: title`);
      check((await tab.locator('h1').count()) === 1, `${where}: one h1`);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      check(wide <= 0, `${where}: ${wide} px wider than the screen`);
      const broken = await tab.evaluate(() => [...document.querySelectorAll('main a[href]')].filter((a) => /undefined|NaN|null/.test(a.getAttribute('href'))).length + (/(undefined|NaN|\[object)/.test(document.querySelector('main').innerText) ? 1 : 0));
      check(broken === 0, `${where}: undefined, NaN or [object in what is shown`);
      await accessible(tab, where);
      await tab.screenshot({ path: join(out, `${kind}-${page.replace('.html', '')}-${width}-${theme}.png`), fullPage: width === 1280 && theme === 'light' && !/^(dictionary|institution)/.test(page) });
      await close();
    }
    // A4: nothing is wider than the sheet between its margins.
    const { tab, where, close } = await open(given[kind], page, { width: 703, lang: 'vi' });
    await tab.emulateMedia({ media: 'print' });
    await tab.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - 703);
    check(wide <= 0, `${where}: ${wide} px wider than A4`);
    if (page !== 'dictionary.html') {
      const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      check(boxes.length > 0 && boxes.every((box) => Math.abs(box[1] - 595) < 2 && Math.abs(box[2] - 842) < 2), `${where}: sheets are not A4`);
      if (kind === 'office') writeFileSync(join(out, page.replace('.html', '.pdf')), pdf);
    }
    await close();
  }
}

// All links within a site and to the files of the publication lead somewhere.
for (const kind of ['office', 'analyst']) {
  const seen = new Set();
  for (const page of pagesOf(given[kind])) {
    const { tab, where, close } = await open(given[kind], page);
    for (const href of await tab.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.href.split('#')[0]))) {
      if (!seen.has(href)) {
        seen.add(href);
        let there = true;
        try { readFileSync(new URL(href)); } catch (absent) { there = absent.code === 'EISDIR'; }
        check(there, `${where}: leads nowhere: ${href}`);
      }
    }
    await close();
  }
}

// A reader with a mouse and one with a keyboard.
{
  const course = pagesOf(given.office).filter((name) => name.startsWith('course-')).pop();
  const { tab, where, close } = await open(given.office, course);
  const vietnamese = await tab.locator('#main h2').first().innerText();
  await tab.click('.switches [lang=en]');
  check((await tab.evaluate(() => document.documentElement.lang)) === 'en', `${where}: the switch changes the language`);
  check((await tab.locator('#main h2').first().innerText()) !== vietnamese, `${where}: and the words`);
  check(tab.url().includes('lang=en'), `${where}: and the link`);
  await tab.reload();
  await tab.waitForSelector('main h1');
  check((await tab.evaluate(() => document.documentElement.lang)) === 'en', `${where}: which a reload keeps`);
  const before = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await tab.click('#theme');
  check((await tab.evaluate(() => getComputedStyle(document.body).backgroundColor)) !== before, `${where}: the theme changes`);
  check(await tab.evaluate(() => document.activeElement.id === 'theme'), `${where}: and the focus stays`);

  const rows = () => tab.locator('.heat tbody tr[aria-rowindex]').count();
  const all = await rows();
  await tab.fill('.panel:has(.heat) input[type=search]', 'tran binh');
  check((await rows()) === 1 && all > 1, `${where}: a name is found without its marks (${await rows()} of ${all})`);
  await tab.fill('.panel:has(.heat) input[type=search]', '');
  await tab.selectOption('.panel:has(.heat) select >> nth=1', 'NOT_MET');
  const failed = await rows();
  check(failed > 0 && failed < all, `${where}: filter by status (${failed})`);
  await tab.selectOption('.panel:has(.heat) select >> nth=1', '');
  const total = '.heat [data-sort=total]';
  await tab.locator(total).focus();
  await tab.keyboard.press('Enter');
  const totals = await tab.evaluate(() => [...document.querySelectorAll('.heat tbody tr[aria-rowindex]')].map((tr) => Number([...tr.children].find((td) => td.matches('.num')).innerText)));
  check(totals.every((value, i) => i === 0 || totals[i - 1] >= value), `${where}: sorted by the keyboard`);
  check((await tab.locator('.heat th[aria-sort=descending]').count()) === 1, `${where}: and said so`);
  check(await tab.evaluate(() => document.activeElement.dataset.sort === 'total'), `${where}: the focus stays on the heading`);

  await tab.locator('.heat td a').first().focus();
  await tab.keyboard.press('Enter');
  check(await tab.locator('dialog[open]').isVisible(), `${where}: a number tells where it comes from`);
  check((await tab.locator('dialog pre').innerText()).includes('csv/learner_course_week.csv'), `${where}: and how to ask again`);
  await accessible(tab, `${where} dialog`);
  await tab.keyboard.press('Escape');
  check((await tab.locator('dialog').count()) === 0, `${where}: Escape closes it`);

  await tab.reload();
  await tab.waitForSelector('main h1');
  await tab.keyboard.press('Tab');
  check(await tab.evaluate(() => document.activeElement.id === 'skip'), `${where}: the first stop skips to the content`);
  await tab.keyboard.press('Enter');
  check(await tab.evaluate(() => document.activeElement.id === 'main'), `${where}: and does`);
  const names = await tab.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((e) => e.offsetParent && !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.title)).map((e) => e.outerHTML.slice(0, 90)));
  check(names.length === 0, `${where}: without a name: ${names[0]}`);
  await close();
}

// A learner's page tells what the tables tell; the link can be handed on.
{
  const { tab, where, close } = await open(given.office, 'learners-LHDN-2026-1.html', { lang: 'en', more: '&learner=HV003' });
  const text = await tab.locator('#main article').innerText();
  check(text.includes('498') && text.includes('452 · 498 · 561'), `${where}: minutes of HV003`);
  check((await tab.locator('#main .badge.NEEDS_REVIEW').count()) > 0, `${where}: what waits for a person`);
  await tab.fill('.list input[type=search]', 'HV002');
  await tab.locator('.list li a').first().click();
  check(tab.url().includes('learner=HV002'), `${where}: the link follows`);
  check((await tab.locator('#main article').innerText()).includes('Met by compensation'), `${where}: HV002 compensated`);
  await close();
}
{
  const { tab, where, close } = await open(given.office, 'index.html', { lang: 'en' });
  const text = await tab.locator('#main').innerText();
  check(text.includes('9,097 = 8,671 accepted + 420 duplicate + 1 voided + 1 conflicting + 4 rejected + 0 out of scope'), `${where}: the equation`);
  await close();
  const dictionary = await open(given.office, 'dictionary.html', { lang: 'en' });
  await dictionary.tab.fill('input[type=search]', 'FC-X.9');
  check(/^\d+ tables/.test(await dictionary.tab.locator('.list .count').innerText()), `${dictionary.where}: found by law`);
  await dictionary.tab.locator('.list a[href="#table=learner_course_measure"]').first().click();
  check((await dictionary.tab.locator('.dict h2').first().innerText()).includes('learner_course_measure'), `${dictionary.where}: opens a table`);
  await dictionary.close();
}

// Without scripts, something is said.
{
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(String(pathToFileURL(join(given.office, 'index.html'))));
  check((await tab.locator('main').innerText()).includes('csv/'), 'without scripts the page names the files');
  await context.close();
}

// Analysts see no names, and no counts of one to four persons.
{
  const names = readFileSync(given.names, 'utf8').split('\n').slice(1).map((line) => line.split(',')[1]).filter((name) => name && name.length > 3);
  check(names.length > 20, 'the register names people');
  const files = [...pagesOf(given.analyst), ...readdirSync(join(given.analyst, 'assets')).map((name) => `assets/${name}`)];
  // The dictionary's examples name invented people.
  for (const file of files.filter((name) => name !== 'dictionary.html')) {
    const text = readFileSync(join(given.analyst, file), 'utf8');
    check(!names.some((name) => text.includes(name)), `analyst ${file} names somebody`);
  }
  check(!files.some((file) => file.startsWith('learners')), 'analysts have pages of learners');
  for (const page of pagesOf(given.analyst).filter((name) => name.startsWith('course-'))) {
    const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(readFileSync(join(given.analyst, page), 'utf8'))[1]);
    const persons = [
      ...data.minutes.bins.flat(), ...data.minutes.lines.flatMap((l) => [...l.reaching, l.between]), ...data.forums.flatMap((f) => f.authors),
      ...data.exercises.flatMap((e) => [e.passed, e.below, e.none]), ...data.attendance.flatMap((a) => [a.present, a.excused, a.absent, a.unmarked]),
      ...data.funnels.flatMap((f) => [f.enrolled, f.eligible, ...f.steps.flatMap((s) => [s.count, s.failing]), ...f.lacking.map((l) => l.count), ...f.reasons.map((r) => r.count)])];
    check(persons.length > 50 && !persons.some((count) => count > 0 && count < 5), `analyst ${page} shows a small count`);
    check(persons.includes(-1), `analyst ${page} hides nothing`);
    check(!('status' in data.heat) && !('names' in data.heat), `analyst ${page} decides about single learners`);
  }
}

// Names that would be markup are text.
for (const page of pagesOf(given.hostile)) {
  const { tab, where, close } = await open(given.hostile, page);
  check((await tab.locator('main img, main iframe, main svg script').count()) === 0, `${where}: a name became markup`);
  if (page.startsWith('course-LHDN') || page === 'index.html') check((await tab.locator('main').innerText()).includes('</script><img src=x onerror=alert(1)>'), `${where}: the title is shown as it is`);
  await close();
}

// Five thousand learners, twenty weeks.
{
  const course = pagesOf(given.office).filter((name) => name.startsWith('course-')).pop();
  const html = readFileSync(join(given.office, course), 'utf8');
  const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)[1]);
  const learners = 5000;
  data.weeks = Array.from({ length: 20 }, (_, w) => ({ n: w + 1, first: '2026-09-07', last: '2026-09-13' }));
  const ids = Array.from({ length: learners }, (_, i) => `HV${String(i).padStart(5, '0')}`);
  data.heat = { ids, names: ids.map((id) => `Nguyễn Văn ${id}`), groups: ids.map((_, i) => `N${i % 90}`), minutes: ids.map((_, i) => (i * 37) % 1500), sessions: ids.flatMap((_, i) => data.weeks.map((week) => (i * 7 + week.n * 3) % 9)), status: { overall: ids.map((_, i) => ['MET', 'NOT_MET', 'NEEDS_REVIEW'][i % 3]) } };
  data.forums.forEach((f) => { f.posts = data.weeks.map((w) => w.n * 40); f.authors = f.posts; });
  const large = join(given.office, 'course-large.html');
  writeFileSync(large, html.replace(/id="data">.*?<\/script>/s, () => `id="data">${JSON.stringify(data)}</script>`));
  const started = Date.now();
  const { tab, where, close } = await open(given.office, 'course-large.html');
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
  const { unlinkSync } = await import('node:fs');
  unlinkSync(large);
}

await browser.close();
console.log(`${checks} checks, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
