// The institution: what rules find, what is due, what still has to be supplied, tables of forms.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;
  // What asks somebody to do something comes first.
  var URGENT = ['NOT_MET', 'NEEDS_REVIEW', 'INSUFFICIENT_DATA', 'MET', 'MET_BY_COMPENSATION', 'NOT_APPLICABLE', ''];
  var OPERATOR = { AT_LEAST: '≥', MORE_THAN: '>', AT_MOST: '≤' };

  function value(number, unit) {
    if (number === null || number === undefined) return '–';
    return unit === 'ratio' ? S.percent(number) : S.num(number) + (unit ? ' ' + S.measured(unit) : '');
  }
  function days(from, to) { return Math.round((new Date(to) - new Date(from)) / 86400000); }

  // The name of what a result speaks of; recipients have codes instead.
  function scoped(row) {
    return row.scope_name || (/recipient$/.test(row.scope_kind) ? row.scope_id.split(':').map(S.recipient).join(' · ') : row.scope_id);
  }

  // A report as it stands: what does not agree, and its tables with the columns that are printed.
  var KEYS = ['year', 'partner_id', 'row_number'];
  function form(one) {
    var errors = one.issues.filter(function (i) { return i.severity === 'ERROR'; }).length;
    var warnings = one.issues.length - errors;
    var state = errors ? h('span.badge.NOT_MET', h('span', { 'aria-hidden': 'true' }, '✕'), S.t('dự thảo: ' + S.num(errors) + ' chỗ chưa khớp', 'draft: ' + S.num(errors) + ' do' + (errors > 1 ? '' : 'es') + ' not agree'))
      : h('span.badge.MET', h('span', { 'aria-hidden': 'true' }, '✓'), S.t('số liệu khớp', 'figures agree'));
    var year = one.parts[0].table.rows.length ? one.parts[0].table.rows[0][0] : S.publication.asOf.slice(0, 4);
    return S.panel({
      id: 'form-' + one.id, title: S.b(one.title), long: true, tables: one.parts.map(function (p) { return p.table.table; }).concat('report_issue'),
      lead: [S.t('Như đang có, năm ' + year + '. ', 'As it stands, ' + year + '. '), S.t('Bản Word và Excel để trình ký: ', 'As Word and Excel, to be signed: '), h('code', 'chuyencan report --form ' + one.id + ' --year ' + year)],
      body: [
        h('p', state, ' ', warnings ? h('span.badge.NEEDS_REVIEW', h('span', { 'aria-hidden': 'true' }, '?'), S.t(S.num(warnings) + ' điều cần xem', S.num(warnings) + ' to look at')) : null, ' ', h('span.soft', one.law.join(', '))),
        one.issues.length ? h('details', h('summary', S.t('Những chỗ ấy', 'What they are')), issues(one)) : null,
        one.parts.map(function (p) { return h('div.form-part', h('h3', h('span', { lang: 'vi' }, p.heading), S.t('', ' · ' + S.b(p.table.label))), p.table.rows.length ? filled(p.table) : h('p.empty', S.t('Chưa có dòng nào.', 'No rows.'))); }),
        S.office ? h('p.soft', S.t('– : chưa có số liệu.', '– : not known.')) : h('p.soft', S.t('– : chưa có số liệu, hoặc không hiện vì dưới 5 người hay từ đó suy ra được nhóm dưới 5 người; bản đầy đủ chỉ phòng đào tạo thấy.', '– : not known, or not shown since it counts fewer than 5 persons or would reveal such a count; the office sees all of it.'))]
    });
  }
  function issues(one) {
    return S.table({
      caption: S.t('Những chỗ cần xem', 'What to look at'), rows: one.issues, search: false,
      columns: [
        { label: S.t('Mức', 'Severity'), value: function (i) { return i.severity; }, cell: function (i) { return i.severity === 'ERROR' ? S.t('phải sửa', 'must be mended') : S.t('cần xem', 'look at it'); } },
        { label: S.t('Kiểm tra', 'Check'), value: function (i) { return i.check_id; }, cell: function (i) { return [S.b([i.title_vi, i.title_en]), h('div.soft', S.n(i.check_id, 'report_issue', { form_id: one.id, check_id: i.check_id, scope_id: i.scope_id }))]; } },
        { label: S.t('Ở đâu', 'Where'), value: function (i) { return i.scope_id; }, cell: function (i) { return i.scope_id === '*' ? S.t('toàn cơ sở', 'institution') : S.name(i.scope_id); } }].concat(S.office ? [
        { label: S.t('Chi tiết', 'Detail'), value: function (i) { return i.detail; }, cell: function (i) { return S.name(i.detail); } }] : [])
    });
  }
  function filled(json) {
    var place = {};
    json.columns.forEach(function (column, i) { place[column.name] = i; });
    function key(row) {
      var keys = {};
      KEYS.forEach(function (name) { if (place[name] !== undefined) keys[name] = row[place[name]]; });
      return keys;
    }
    var shown = json.columns.filter(function (c) { return ['year', 'row_number', 'line'].indexOf(c.name) < 0; });
    var all = S.table({
      caption: S.b(json.label), rows: json.rows, rowClass: function (row) { return place.line !== undefined && row[place.line] === 'SUM' ? '.sum' : ''; },
      columns: shown.map(function (column) {
        var at = place[column.name];
        return {
          label: S.b(column.label), title: column.name, number: column.number && column.name !== 'sequence',
          value: function (row) { return column.number && row[at] !== '' ? Number(row[at]) : row[at]; },
          cell: function (row) {
            var text = row[at];
            if (column.name === 'sequence') return text;
            if (column.number) return text === '' ? '–' : S.n(S.num(text, 3), json.table, key(row));
            return text === '' ? '–' : /^\d{4}-\d\d-\d\d$/.test(text) ? S.date(text) : S.name(text);
          }
        };
      })
    });
    return json.total > json.rows.length ? h('div', all, h('p.soft', S.t('Còn ' + S.num(json.total - json.rows.length) + ' dòng nữa trong tệp.', S.num(json.total - json.rows.length) + ' more rows are in the file.'))) : all;
  }

  // The day that the words of a rule name, such as 30/12 or 12/02/2027; null where they name none.
  function dueDay(words, asOf) {
    var day = /(\d\d)\/(\d\d)(?:\/(\d{4}))?/.exec(words);
    return day && (day[3] || asOf.slice(0, 4)) + '-' + day[2] + '-' + day[1];
  }

  S.pages.institution = function (data) {
    var due = data.courses.filter(function (c) { return c.run.closes >= data.asOf; }).map(function (c) {
      return { what: [c.run.title + ' kết thúc', c.run.title + ' closes'], id: c.run.id, page: c.page, scope: c.run.id, day: c.run.closes, left: days(data.asOf, c.run.closes), table: 'course_run', keys: { course_id: c.run.id } };
    }).concat(data.indicators.filter(function (i) { return i.status === 'NOT_APPLICABLE' && /not yet due/i.test(i.note_en); }).map(function (i) {
      var day = dueDay(i.note_vi, data.asOf);
      return { what: [i.title_vi, i.title_en], id: i.rule_id, scope: scoped(i), note: [i.note_vi, i.note_en], left: i.value === null && day ? days(data.asOf, day) : i.value, table: 'compliance_indicator', keys: { rule_id: i.rule_id, scope_id: i.scope_id } };
    })).sort(function (a, b) { return S.compare(a.left, b.left); });
    var supply = [];
    data.courses.forEach(function (course) { course.summary.supply.forEach(function (one) { supply.push({ course: course, one: one }); }); });
    var counts = {};
    data.indicators.forEach(function (i) { counts[i.status] = (counts[i.status] || 0) + 1; });
    var state = { status: '', regulation: '' };
    var table;
    var regulations = data.indicators.map(function (i) { return i.regulation_id; }).filter(function (r, i, all) { return all.indexOf(r) === i; });
    function select(label, choices, set) { return h('label', label, h('select', { onchange: function (event) { set(event.target.value); table.refill(); } }, choices.map(function (c) { return h('option', { value: c[0] }, c[1]); }))); }
    var all = S.t('tất cả', 'all');
    if (data.published) {
      table = S.table({
        caption: S.t('Kết quả của từng quy tắc', 'What each rule finds'), rows: data.indicators, rowHead: 0, sort: 2, most: 40,
        filter: function (r) { return (!state.status || r.status === state.status) && (!state.regulation || r.regulation_id === state.regulation); },
        tools: [select(S.t('Kết quả', 'Status'), [['', all]].concat(S.STATUSES.map(function (s) { return [s, S.status(s)]; })), function (v) { state.status = v; }), select(S.t('Văn bản', 'Regulation'), [['', all]].concat(regulations.map(function (r) { return [r, r]; })), function (v) { state.regulation = v; })],
        columns: [
          { label: S.t('Quy tắc', 'Rule'), value: function (r) { return r.rule_id + ' ' + r.title_vi + ' ' + r.title_en; }, cell: function (r) { return [h('span.traffic.bg-' + (r.status || 'NOT_APPLICABLE'), { 'aria-hidden': 'true' }), S.b([r.title_vi, r.title_en]), h('div.soft', r.rule_id)]; } },
          { label: S.t('Đối tượng', 'Scope'), value: function (r) { return scoped(r); }, cell: function (r) { return r.scope_id === '*' ? S.t('toàn cơ sở', 'institution') : [S.name(scoped(r)), h('div.soft', S.scope(r.scope_kind))]; } },
          { label: S.t('Kết quả', 'Status'), value: function (r) { return URGENT.indexOf(r.status); }, cell: function (r) { return r.status ? S.badge(r.status) : h('span.badge.plain', S.t('chỉ báo', 'indicator')); } },
          { label: S.t('Giá trị', 'Value'), number: true, value: function (r) { return r.value; }, cell: function (r) { return [S.n(value(r.value, r.unit), 'compliance_indicator', { rule_id: r.rule_id, scope_id: r.scope_id }), r.unit === 'ratio' && r.denominator !== null ? h('div.soft', S.num(r.numerator) + ' / ' + S.num(r.denominator)) : null]; } },
          { label: S.t('Ngưỡng', 'Threshold'), number: true, value: function (r) { return r.threshold; }, cell: function (r) { return r.threshold === null ? '' : S.n((OPERATOR[r.operator] || '') + ' ' + value(r.threshold, r.unit), 'compliance_indicator', { rule_id: r.rule_id, scope_id: r.scope_id }); } },
          { label: S.t('Căn cứ, còn thiếu', 'Citation, missing'), value: function (r) { return r.citation + ' ' + r.missing; }, cell: function (r) { return [r.citation ? h('span', { lang: 'vi' }, r.citation) : h('span.soft', r.regulation_id + ', ' + r.rule_id), r.missing ? h('div', h('b', S.t('Thiếu: ', 'Missing: ')), h('code', r.missing), ' – ', S.b([r.supplier_vi, r.supplier_en])) : null, r.note_vi || r.note_en ? h('div.soft', S.b([r.note_vi, r.note_en])) : null]; } }]
      });
    }
    return [
      S.title(S.t('Cơ sở đào tạo', 'The institution'), S.t('Việc đến hạn, dữ liệu còn thiếu, chỉ báo tuân thủ, báo cáo hằng năm.', 'What is due, what is still missing, indicators of compliance, the yearly reports.')),
      data.published ? h('p.jumps', S.jump('indicators', S.t('Chỉ báo tuân thủ', 'Indicators of compliance')), data.forms.map(function (one) { return [' · ', S.jump('form-' + one.id, S.b(one.title))]; })) : null,
      data.published ? h('dl.cards', S.STATUSES.filter(function (s) { return counts[s]; }).map(function (s) { return S.card(S.status(s), S.n(S.num(counts[s]), 'compliance_indicator', { status: s }), null, s === 'NOT_MET' && counts[s] ? 'bad' : s === 'NEEDS_REVIEW' && counts[s] ? 'warn' : ''); }), counts[''] ? S.card(S.t('Chỉ báo, không phán xét', 'Figures, not judged'), S.n(S.num(counts['']), 'compliance_indicator', { severity: 'INDICATOR' })) : null) : null,
      h('div.grid',
        S.panel({
          width: 'half', title: S.t('Sắp đến hạn', 'Due ahead'),
          body: h('div.tall', S.table({
            caption: S.t('Việc sắp đến hạn', 'What is due ahead'), rows: due, rowHead: 0, search: false, empty: S.t('Không có gì sắp đến hạn; mọi lớp đã kết thúc.', 'Nothing is due; all course runs have closed.'),
            columns: [
              { label: S.t('Việc', 'What'), value: function (d) { return S.b(d.what); }, cell: function (d) { return [d.page ? h('a', { href: S.link(d.page) }, S.name(S.b(d.what))) : S.b(d.what), h('div.soft', d.id)]; } },
              { label: S.t('Đối tượng', 'Scope'), value: function (d) { return d.scope; }, cell: function (d) { return S.name(d.scope); } },
              { label: S.t('Hạn', 'Due'), value: function (d) { return d.day || ''; }, cell: function (d) { return d.day ? S.date(d.day) : S.b(d.note); } },
              { label: S.t('Còn', 'Left'), number: true, value: function (d) { return d.left; }, cell: function (d) { return d.left === null ? '' : S.n(S.t(d.left + ' ngày', d.left + ' days'), d.table, d.keys); } }]
          })), tables: data.published ? ['course_run', 'compliance_indicator'] : ['course_run']
        }),
        S.panel({
          width: 'half', title: S.t('Ai cần bổ sung gì', 'Who must supply what'),
          body: S.table({
            search: false, caption: S.t('Dữ liệu còn thiếu để xét', 'Data that decisions lack'), rows: supply, rowHead: 0, empty: S.t('Không thiếu gì.', 'Nothing is missing.'),
            columns: [{ label: S.t('Dữ liệu', 'Data'), value: function (s) { return s.one.input; }, cell: function (s) { return S.b([s.one.vi, s.one.en]); } }, { label: S.t('Lớp', 'Course run'), value: function (s) { return s.course.run.id; }, cell: function (s) { return h('a.id', { href: S.link(s.course.page) }, s.course.run.id); } }]
          }), tables: ['eligibility_decision']
        }),
        S.panel({
          id: 'indicators', title: S.t('Chỉ báo tuân thủ', 'Indicators of compliance'), long: true,
          lead: data.published ? S.t('Chưa đạt và cần xem xét đứng trước; nhấn tiêu đề cột để xếp cách khác.', 'Not met and to be reviewed come first; click a heading to sort otherwise.') : null,
          body: data.published ? table : h('div',
            h('p.note.info', S.t('Bản công bố này không có bảng compliance_indicator. Cách có nó:', 'This publication has no table compliance_indicator. How to get it:')),
            h('ul',
              h('li', S.t('Mỗi đêm: thêm vào cấu hình ', 'Every night: add to the configuration '), h('code', 'reports: {nightly: true}')),
              h('li', S.t('Một lần, theo mẫu: ', 'Once, as a form: '), h('code', 'chuyencan report --form circular28-annex1 --year ' + data.asOf.slice(0, 4) + ' --config chuyencan.yaml')),
              h('li', S.t('Mẫu nào còn thiếu gì: ', 'Which forms lack what: '), h('code', 'chuyencan report --list --config chuyencan.yaml')))),
          tables: data.published ? ['compliance_indicator'] : null
        }),
        data.forms.map(form))
    ];
  };
})();
