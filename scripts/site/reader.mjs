// A reader with a mouse and one with a keyboard, on the pages of the sample.
import { accessible, check, pagesOf } from './harness.mjs';

export async function reader(browser, office) {
  await course(browser, office);
  await learners(browser, office);
  await night(browser, office);
  await dictionary(browser, office);
  await institution(browser, office);
  await withoutScripts(browser, office);
}

const backgroundOf = (tab) => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function course(browser, office) {
  const page = pagesOf(office.folder).filter((name) => name.startsWith('course-')).pop();
  const { tab, where, close } = await browser.open(office, page);
  const vietnamese = await tab.locator('#main h2').first().innerText();
  await tab.click('.switches [lang=en]');
  check((await tab.evaluate(() => document.documentElement.lang)) === 'en', `${where}: the switch changes the language`);
  check((await tab.locator('#main h2').first().innerText()) !== vietnamese, `${where}: and the words`);
  check(tab.url().includes('lang=en'), `${where}: and the link`);
  await tab.reload();
  await tab.waitForSelector('main h1');
  check((await tab.evaluate(() => document.documentElement.lang)) === 'en', `${where}: which a reload keeps`);
  const before = await backgroundOf(tab);
  await tab.click('#theme');
  check((await backgroundOf(tab)) !== before, `${where}: the theme changes`);
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
  await tab.locator('.heat [data-sort=total]').focus();
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
  const closed = await tab.locator('dialog').waitFor({ state: 'detached', timeout: 5000 }).then(() => true, () => false);
  check(closed, `${where}: Escape closes it`);
  await close();
}

// A learner's page tells what the tables tell; the link can be handed on.
async function learners(browser, office) {
  const { tab, where, close } = await browser.open(office, 'learners-LHDN-2026-1.html', { lang: 'en', more: '&learner=HV003' });
  const text = await tab.locator('#main article').innerText();
  check(text.includes('498') && text.includes('452 · 498 · 561'), `${where}: minutes of HV003`);
  check((await tab.locator('#main .badge.NEEDS_REVIEW').count()) > 0, `${where}: what waits for a person`);
  await timeline(tab, where);
  await tab.fill('.list input[type=search]', 'HV002');
  await tab.locator('.list li a').first().click();
  check(tab.url().includes('learner=HV002'), `${where}: the link follows`);
  check((await tab.locator('#main article').innerText()).includes('Met by compensation'), `${where}: HV002 compensated`);
  await close();
}

// Single accesses: as a picture, in the table beside it by the clock of the course run, and back to their row.
async function timeline(tab, where) {
  check((await tab.locator('.sessions i').count()) === 10, `${where}: ten accesses of HV003`);
  const details = tab.locator('figure:has(.sessions) details');
  await details.locator('summary').focus();
  await tab.keyboard.press('Enter');
  const first = await details.locator('tbody tr').first().innerText();
  check(/Mon 7 Sep 2026\s+19:05\s+19:57\s+52\s+1/.test(first), `${where}: when the first was: ${first}`);
  check((await details.locator('tbody tr').count()) === 10, `${where}: each in the table`);
  await tab.locator('.sessions i').nth(2).click();
  check((await tab.locator('dialog pre').innerText()).includes("course_week = '2'"), `${where}: a bar leads to its row`);
  await tab.keyboard.press('Escape');
  // Across midnight, and on the night on which clocks in Paris go back.
  const made = await tab.evaluate(() => {
    const data = { run: { zone: 'Europe/Paris' }, offsets: [[1792274400, 7200], [1792890000, 3600]], weeks: [{ n: 7, first: '2026-10-19', last: '2026-10-25' }] };
    const one = { weeks: [[2, 90]], times: '1792877400 3600 10800 3600' };
    const figure = window.Site.sessions(data, one, {});
    return { clocks: figure.querySelectorAll('tbody tr')[1].textContent, walls: window.Site.sessionsOf(data, one).map((s) => [s.from, s.to].map((wall) => new Date(wall * 1000).toISOString().slice(8, 16))), bars: figure.querySelectorAll('.sessions i').length };
  });
  check(JSON.stringify(made.walls) === '[["24T23:30","25T00:30"],["25T02:30","25T02:30"]]', `${where}: by the clock there: ${JSON.stringify(made.walls)}`);
  check(/02:30 \(UTC\+2\)02:30 \(UTC\+1\)/.test(made.clocks), `${where}: and says which clock where it changes: ${made.clocks}`);
  check(made.bars === 3, `${where}: who is there across midnight stands on both days: ${made.bars}`);
}

async function night(browser, office) {
  const { tab, where, close } = await browser.open(office, 'index.html', { lang: 'en' });
  const text = await tab.locator('#main').innerText();
  check(text.includes('9,097 = 8,671 accepted + 420 duplicate + 1 voided + 1 conflicting + 4 rejected + 0 out of scope'), `${where}: the equation`);
  const last = tab.locator('.panel', { hasText: 'The last nights' }).locator('tbody tr');
  check((await last.count()) === 1 && /demo.*2 Nov 2026.*done.*9,097.*8,671/s.test(await last.first().innerText()), `${where}: the night before, and what it read`);
  const again = tab.locator('.panel', { hasText: 'What this night computed again' });
  check((await again.innerText()).includes('No course run had to be computed again'), `${where}: what this night computed again`);
  await again.locator('summary').focus();
  await tab.keyboard.press('Enter');
  check(/for the first time.*2/s.test(await again.locator('table').innerText()), `${where}: and earlier ones, with the cause`);
  await close();
}

// The yearly report as it stands: led to by the keyboard, with the figures of the official form.
async function institution(browser, office) {
  const { tab, where, close } = await browser.open(office, 'institution.html', { lang: 'en' });
  await tab.locator('.jumps a', { hasText: 'Annex I –' }).focus();
  await tab.keyboard.press('Enter');
  check(await tab.evaluate(() => document.activeElement.id === 'form-circular28-annex1'), `${where}: leads to Annex I`);
  check(tab.url().includes('lang=en'), `${where}: and keeps the address`);
  const form = tab.locator('#form-circular28-annex1');
  check((await form.innerText()).includes('figures agree'), `${where}: nothing disagrees`);
  const sum = await form.locator('tr.sum').innerText();
  check(/40\s+9\s+2\s+3\s+3\s+1\s+0\s+54/.test(sum), `${where}: the sum of a programme: ${sum}`);
  await form.locator('tr.sum a.n').last().click();
  check((await tab.locator('dialog pre').innerText()).includes("FROM 'csv/circular28_annex1_learner.csv'"), `${where}: and its row`);
  await tab.keyboard.press('Escape');
  const first = tab.locator('#indicators tbody tr').first();
  check((await first.innerText()).includes('Not met'), `${where}: what is not met comes first`);
  await tab.selectOption('#indicators select >> nth=0', 'NEEDS_REVIEW');
  const kept = await tab.locator('#indicators tbody .badge').allInnerTexts();
  check(kept.length > 0 && kept.every((text) => text.includes('Needs review')), `${where}: filtered by status`);
  await close();
}

async function dictionary(browser, office) {
  const { tab, where, close } = await browser.open(office, 'dictionary.html', { lang: 'en' });
  await tab.fill('input[type=search]', 'FC-X.9');
  check(/^\d+ tables/.test(await tab.locator('.list .count').innerText()), `${where}: found by law`);
  await tab.locator('.list a[href="#table=learner_course_measure"]').first().click();
  check((await tab.locator('.dict h2').first().innerText()).includes('learner_course_measure'), `${where}: opens a table`);
  await close();
}

async function withoutScripts(browser, office) {
  const { tab, close } = await browser.open(office, 'index.html', { scripts: false });
  check((await tab.locator('main').innerText()).includes('csv/'), 'without scripts the page names the files');
  await close();
}

// Names that would be markup are text.
export async function hostile(browser, site, pages = pagesOf(site.folder)) {
  for (const page of pages) {
    const { tab, where, close } = await browser.open(site, page);
    check((await tab.locator('main img, main iframe, main svg script').count()) === 0, `${where}: a name became markup`);
    if (page.startsWith('course-LHDN') || page === 'index.html') check((await tab.locator('main').innerText()).includes('</script><img src=x onerror=alert(1)>'), `${where}: the title is shown as it is`);
    await close();
  }
}
