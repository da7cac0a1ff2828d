// The browser, what counts as a fault of a page, and the list of faults.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const faults = [];
export let checks = 0;

export function check(holds, what) {
  checks++;
  if (!holds) {
    faults.push(what);
    console.log(`  FAULT ${what}`);
  }
}

export const pagesOf = (site) => readdirSync(site).filter((name) => name.endsWith('.html')).sort();

// The data that a page carries.
export const dataOf = (file) => JSON.parse(/id="data">(.*?)<\/script>/s.exec(readFileSync(file, 'utf8'))[1]);

export class Browser {
  static async start(executablePath) {
    const own = new Browser();
    own.browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--allow-file-access-from-files=false'] });
    return own;
  }

  close() {
    return this.browser.close();
  }

  // Opens a page; whatever it says to the console, asks of a network or runs that is not ours is a fault.
  async open(site, page, { width = 1280, theme = 'light', lang = 'vi', more = '', scripts = true } = {}) {
    const context = await this.browser.newContext({ viewport: { width, height: 860 }, colorScheme: theme, deviceScaleFactor: 1, javaScriptEnabled: scripts });
    const tab = await context.newPage();
    const where = `${site.kind} ${page} ${width} ${theme} ${lang}`;
    tab.on('console', (message) => { if (['error', 'warning'].includes(message.type())) check(false, `${where}: console: ${message.text()}`); });
    tab.on('pageerror', (error) => check(false, `${where}: ${error}`));
    tab.on('dialog', (dialog) => { check(false, `${where}: a script ran that is not ours: ${dialog.message()}`); dialog.dismiss(); });
    tab.on('request', (request) => { if (!/^(file|data):/.test(request.url())) check(false, `${where}: asks for ${request.url()}`); });
    await tab.goto(`${pathToFileURL(join(site.folder, page))}#lang=${lang}${more}`);
    if (scripts) {
      await tab.waitForSelector('main h1');
      await drawn(tab);
    }
    return { tab, where, close: () => context.close() };
  }
}

// Charts are drawn in the next frame.
export const drawn = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))));

export async function accessible(tab, where) {
  if (!await tab.evaluate(() => Boolean(window.axe))) await tab.evaluate(axe);
  const violations = await tab.evaluate((values) => window.axe
    .run(document, { runOnly: values, resultTypes: ['violations'] })
    .then((result) => result.violations.map((one) => ({ id: one.id, impact: one.impact, count: one.nodes.length, html: one.nodes[0].html, told: [...one.nodes[0].any, ...one.nodes[0].all, ...one.nodes[0].none].map((part) => part.message)[0] }))), RULES);
  for (const one of violations) {
    check(false, `${where}: axe ${one.id} (${one.impact}): ${one.count} × ${one.html.slice(0, 160)} – ${one.told}`);
  }
  check(true, where);
}

// What holds of every page in every dress.
export async function sound(tab, where, lang) {
  const seen = await tab.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    over: document.documentElement.scrollWidth - window.innerWidth,
    hrefs: [...document.querySelectorAll('main a[href]')].filter((a) => /undefined|NaN|null/.test(a.getAttribute('href'))).length,
    text: /(undefined|NaN|\[object)/.test(document.querySelector('main').innerText),
    rootless: [...document.querySelectorAll('main td.num, main .heat td.c')].filter((cell) => /\d/.test(cell.innerText) && !cell.querySelector('a[href]')).map((cell) => cell.outerHTML.slice(0, 90)),
    nameless: [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((e) => e.offsetParent && !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.title)).map((e) => e.outerHTML.slice(0, 90))
  }));
  check(seen.lang === lang, `${where}: lang`);
  check(seen.title.includes('Học viện'), `${where}: title`);
  check(seen.headings === 1, `${where}: one h1`);
  check(seen.over <= 0, `${where}: ${seen.over} px wider than the screen`);
  check(!seen.hrefs && !seen.text, `${where}: undefined, NaN or [object in what is shown`);
  check(seen.rootless.length === 0, `${where}: ${seen.rootless.length} numbers do not tell where they come from, such as ${seen.rootless[0]}`);
  check(seen.nameless.length === 0, `${where}: without a name: ${seen.nameless[0]}`);
}

// On paper nothing is wider than a sheet of A4 between its margins.
export async function onPaper(tab, where) {
  await tab.emulateMedia({ media: 'print' });
  await tab.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(over <= 0, `${where}: ${over} px wider than A4`);
  // Chromium repeats no heading in which a button has a box, and breaks numbers where it is told to.
  const boxed = await tab.evaluate(() => [...document.querySelectorAll('thead button')].filter((one) => getComputedStyle(one).display !== 'contents').length);
  check(boxed === 0, `${where}: ${boxed} headings of tables are not repeated on paper`);
  const broken = await tab.evaluate(() => [...document.querySelectorAll('td.num')].filter((one) => getComputedStyle(one).whiteSpace !== 'nowrap' || getComputedStyle(one).overflowWrap === 'anywhere').length);
  check(broken === 0, `${where}: ${broken} numbers may be broken on paper`);
}
