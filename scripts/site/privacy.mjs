// Analysts see no names, and no counts of one to four persons: asked of the files, not of the screen.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, dataOf, pagesOf } from './harness.mjs';

export function privacy(analyst, register) {
  const names = readFileSync(register, 'utf8').split('\n').slice(1).map((line) => line.split(',')[1]).filter((name) => name && name.length > 3);
  check(names.length > 20, 'the register names people');
  const pages = pagesOf(analyst.folder);
  const files = [...pages, ...readdirSync(join(analyst.folder, 'assets')).map((name) => `assets/${name}`)];
  // The dictionary's examples name invented people.
  for (const file of files.filter((name) => name !== 'dictionary.html')) {
    const text = readFileSync(join(analyst.folder, file), 'utf8');
    check(!names.some((name) => text.includes(name)), `analyst ${file} names somebody`);
  }
  check(!files.some((file) => file.startsWith('learners')), 'analysts have pages of learners');
  annexes(analyst);
  for (const page of pages.filter((name) => name.startsWith('course-'))) {
    const data = dataOf(join(analyst.folder, page));
    const persons = [
      ...data.minutes.bins.flat(), ...data.minutes.lines.flatMap((l) => [...l.reaching, l.between]), ...data.forums.flatMap((f) => f.authors),
      ...data.exercises.flatMap((e) => [e.passed, e.below, e.none]), ...data.attendance.flatMap((a) => [a.present, a.excused, a.absent, a.unmarked]),
      ...data.funnels.flatMap((f) => [f.enrolled, f.eligible, ...f.steps.flatMap((s) => [s.count, s.failing]), ...f.lacking.map((l) => l.count), ...f.reasons.map((r) => r.count)])];
    check(persons.length > 50 && !persons.some((count) => count > 0 && count < 5), `analyst ${page} shows a small count`);
    check(persons.includes(-1), `analyst ${page} hides nothing`);
    const apart = data.minutes.lines.flatMap((line) => line.reaching.flatMap((one) => line.reaching.filter((other) => one >= 0 && other >= 0).map((other) => Math.abs(one - other))));
    check(!apart.some((count) => count > 0 && count < 5), `analyst ${page} tells by subtraction who depends on the session gap`);
    check(!('status' in data.heat) && !('names' in data.heat), `analyst ${page} decides about single learners`);
  }
}

// The yearly reports are complete for the office; analysts get them without small counts, on the page and in the files.
const PERSONS = /^(enrolled_|lecturers_|support_(permanent|full_time|task)|dismissed|graduated|stock_|managers|other_category|learners$)/;
function annexes(analyst) {
  const { forms, indicators } = dataOf(join(analyst.folder, 'institution.html'));
  check(indicators.length > 500 && indicators.every((one) => one.numerator === null && !('detail' in one)), 'analyst institution.html tells of how few a share is');
  check(!indicators.some((one) => /^(persons?|learners?)$/.test(one.unit) && one.value > 0 && one.value < 5), 'analyst institution.html counts few persons');
  check(forms.length === 2 && forms.every((form) => form.parts.length >= 2), 'analyst institution.html has not both annexes');
  const tables = forms.flatMap((form) => form.parts.map((part) => part.table));
  for (const table of tables) {
    const file = readFileSync(join(analyst.folder, `../csv/${table.table}.csv`), 'utf8').trim().split('\n').map((line) => line.split(','));
    const pages = [table.columns.map((column) => column.name), ...table.rows];
    for (const [where, [head, ...rows]] of [['page', pages], ['file', file]]) {
      const counts = rows.flatMap((row) => row.filter((cell, i) => PERSONS.test(head[i])));
      check(!counts.some((count) => Math.abs(count) > 0 && Math.abs(count) < 5), `analyst ${table.table}: a small count in the ${where}`);
    }
  }
  const learners = tables.find((table) => table.table === 'circular28_annex1_learner');
  check(learners.rows.some((row) => row.includes('')) && learners.rows.some((row) => Number(row[row.length - 1]) >= 5), 'analyst circular28_annex1_learner hides nothing, or everything');
}
