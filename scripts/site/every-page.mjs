// Every page of a site: in all its dresses (thorough), or in one tab that changes them (quick).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessible, check, drawn, onPaper, pagesOf, sound } from './harness.mjs';

const DRESSES = [[1280, 'light', 'vi'], [1280, 'dark', 'en'], [360, 'light', 'en'], [360, 'dark', 'vi']];
const A4 = 703;
const onDisk = new Map();

// All links within a site and to the files of the publication lead somewhere.
async function links(tab, where) {
  for (const href of await tab.evaluate(() => [...new Set([...document.querySelectorAll('a[href]')].map((a) => a.href.split('#')[0]))])) {
    if (!onDisk.has(href)) {
      let there = true;
      try { readFileSync(new URL(href)); } catch (absent) { there = absent.code === 'EISDIR'; }
      onDisk.set(href, there);
    }
    check(onDisk.get(href), `${where}: leads nowhere: ${href}`);
  }
}

// The first stop of the keyboard leads past what all pages begin with.
async function skip(tab, where) {
  await tab.evaluate(() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); window.scrollTo(0, 0); });
  await tab.keyboard.press('Tab');
  check(await tab.evaluate(() => document.activeElement.id === 'skip'), `${where}: the first stop skips to the content`);
  await tab.keyboard.press('Enter');
  check(await tab.evaluate(() => document.activeElement.id === 'main'), `${where}: and does`);
  // The next stops are in the content, can be seen, and say so.
  for (let stop = 0; stop < 3; stop++) {
    await tab.keyboard.press('Tab');
    const at = await tab.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return { inside: document.getElementById('main').contains(element), ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0, seen: box.width > 0 && box.bottom > 0 && box.top < window.innerHeight, html: element.outerHTML.slice(0, 100) };
    });
    if (!at.inside) break;
    check(at.ring && at.seen, `${where}: the focus is not seen at ${at.html}`);
  }
}

async function quick(browser, site, page, out) {
  const { tab, where, close } = await browser.open(site, page);
  await sound(tab, where, 'vi');
  await links(tab, where);
  await accessible(tab, where);
  await skip(tab, where);
  const words = await tab.locator('nav#pages').innerText();
  await tab.click('.switches [lang=en]');
  check((await tab.locator('nav#pages').innerText()) !== words, `${where}: the switch changes the words`);
  await tab.click('#theme');
  check(await tab.evaluate(() => document.documentElement.dataset.theme === 'dark'), `${where}: the theme changes`);
  await tab.setViewportSize({ width: 360, height: 860 });
  await tab.evaluate(() => window.Site.draw());
  await drawn(tab);
  const other = where.replace('1280 light vi', '360 dark en');
  await sound(tab, other, 'en');
  await accessible(tab, other);
  await tab.screenshot({ path: join(out, `${site.kind}-${page.replace('.html', '')}-360-dark.png`) });
  await tab.setViewportSize({ width: A4, height: 860 });
  await onPaper(tab, where);
  await close();
}

async function thorough(browser, site, page, out) {
  for (const [width, theme, lang] of DRESSES) {
    const { tab, where, close } = await browser.open(site, page, { width, theme, lang });
    await sound(tab, where, lang);
    await accessible(tab, where);
    await skip(tab, where);
    await links(tab, where);
    await tab.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
    await tab.screenshot({ path: join(out, `${site.kind}-${page.replace('.html', '')}-${width}-${theme}.png`), fullPage: width === 1280 && theme === 'light' && !/^(dictionary|institution)/.test(page) });
    await close();
  }
  const { tab, where, close } = await browser.open(site, page, { width: A4 });
  await onPaper(tab, where);
  if (page !== 'dictionary.html') {
    const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    check(boxes.length > 0 && boxes.every((box) => Math.abs(box[1] - 595) < 2 && Math.abs(box[2] - 842) < 2), `${where}: sheets are not A4`);
    if (site.kind === 'office') writeFileSync(join(out, page.replace('.html', '.pdf')), pdf);
  }
  await close();
}

// Two pages at a time: each has a process of its own.
export async function everyPage(browser, sites, out, isQuick) {
  const work = sites.flatMap((site) => pagesOf(site.folder).map((page) => [site, page]));
  const took = [];
  const worker = async () => {
    for (let next = work.shift(); next; next = work.shift()) {
      const started = Date.now();
      await (isQuick ? quick : thorough)(browser, ...next, out);
      took.push([Date.now() - started, `${next[0].kind} ${next[1]}`]);
    }
  };
  await Promise.all([worker(), worker()]);
  return took.sort((a, b) => b[0] - a[0]);
}
