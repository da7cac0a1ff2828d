// The institution: what rules find, what is due, what still has to be supplied, tables of forms.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;
  var OPERATOR = { AT_LEAST: '≥', MORE_THAN: '>', AT_MOST: '≤' };

  function value(number, unit) {
    if (number === null || number === undefined) return '–';
    return unit === 'ratio' ? S.percent(number) : S.num(number) + (unit ? ' ' + S.unit(unit) : '');
  }
  function days(from, to) { return Math.round((new Date(to) - new Date(from)) / 86400000); }

  S.pages.institution = function (data) {
    var due = data.courses.filter(function (c) { return c.run.closes >= data.asOf; }).map(function (c) {
      return { what: [c.run.title + ' kết thúc', c.run.title + ' closes'], id: c.run.id, page: c.page, scope: c.run.id, day: c.run.closes, left: days(data.asOf, c.run.closes), table: 'course_run', keys: { course_id: c.run.id } };
    }).concat(data.indicators.filter(function (i) { return i.status === 'NOT_APPLICABLE' && /not yet due/i.test(i.note_en); }).map(function (i) {
      return { what: [i.title_vi, i.title_en], id: i.rule_id, scope: i.scope_name || i.scope_id, note: [i.note_vi, i.note_en], left: i.value, table: 'compliance_indicator', keys: { rule_id: i.rule_id, scope_id: i.scope_id } };
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
        caption: S.t('Kết quả của từng quy tắc', 'What each rule finds'), rows: data.indicators, rowHead: 0,
        filter: function (r) { return (!state.status || r.status === state.status) && (!state.regulation || r.regulation_id === state.regulation); },
        tools: [select(S.t('Kết quả', 'Status'), [['', all]].concat(S.STATUSES.map(function (s) { return [s, S.status(s)]; })), function (v) { state.status = v; }), select(S.t('Văn bản', 'Regulation'), [['', all]].concat(regulations.map(function (r) { return [r, r]; })), function (v) { state.regulation = v; })],
        columns: [
          { label: S.t('Quy tắc', 'Rule'), value: function (r) { return r.rule_id + ' ' + r.title_vi + ' ' + r.title_en; }, cell: function (r) { return [h('span.traffic.bg-' + (r.status || 'NOT_APPLICABLE'), { 'aria-hidden': 'true' }), S.b([r.title_vi, r.title_en]), h('div.soft', r.rule_id)]; } },
          { label: S.t('Đối tượng', 'Scope'), value: function (r) { return r.scope_name || r.scope_id; }, cell: function (r) { return r.scope_id === '*' ? S.t('toàn cơ sở', 'institution') : [S.name(r.scope_name || r.scope_id), h('div.soft', r.scope_kind)]; } },
          { label: S.t('Kết quả', 'Status'), value: function (r) { return S.STATUSES.indexOf(r.status); }, cell: function (r) { return r.status ? S.badge(r.status) : h('span.badge.plain', S.t('chỉ báo', 'indicator')); } },
          { label: S.t('Giá trị', 'Value'), number: true, value: function (r) { return r.value; }, cell: function (r) { return S.n(value(r.value, r.unit), 'compliance_indicator', { rule_id: r.rule_id, scope_id: r.scope_id }); } },
          { label: S.t('Ngưỡng', 'Threshold'), number: true, value: function (r) { return r.threshold; }, cell: function (r) { return r.threshold === null ? '' : (OPERATOR[r.operator] || '') + ' ' + value(r.threshold, r.unit); } },
          { label: S.t('Căn cứ, còn thiếu', 'Citation, missing'), value: function (r) { return r.citation + ' ' + r.missing; }, cell: function (r) { return [h('span', { lang: 'vi' }, r.citation), r.missing ? h('div', h('b', S.t('Thiếu: ', 'Missing: ')), h('code', r.missing), ' – ', S.b([r.supplier_vi, r.supplier_en])) : null, r.note_vi || r.note_en ? h('div.soft', S.b([r.note_vi, r.note_en])) : null]; } }]
      });
    }
    return [
      S.title(S.t('Cơ sở đào tạo', 'The institution'), S.t('Chỉ báo tuân thủ, việc đến hạn, dữ liệu còn thiếu.', 'Indicators of compliance, what is due, what is still missing.')),
      data.published ? h('div.cards', S.STATUSES.filter(function (s) { return counts[s]; }).map(function (s) { return S.card(S.status(s), S.num(counts[s] || 0), null, s === 'NOT_MET' && counts[s] ? 'bad' : s === 'NEEDS_REVIEW' && counts[s] ? 'warn' : ''); }), counts[''] ? S.card(S.t('Chỉ báo, không phán xét', 'Figures, not judged'), S.num(counts[''])) : null) : null,
      h('div.grid',
        S.panel({
          title: S.t('Chỉ báo tuân thủ', 'Indicators of compliance'), long: true,
          body: data.published ? table : h('div',
            h('p.note.info', S.t('Bản công bố này không có bảng compliance_indicator. Cách có nó:', 'This publication has no table compliance_indicator. How to get it:')),
            h('ul',
              h('li', S.t('Mỗi đêm: thêm vào cấu hình ', 'Every night: add to the configuration '), h('code', 'reports: {nightly: true}')),
              h('li', S.t('Một lần, theo mẫu: ', 'Once, as a form: '), h('code', 'chuyencan report --form circular28-annex1 --year ' + data.asOf.slice(0, 4) + ' --config chuyencan.yaml')),
              h('li', S.t('Mẫu nào còn thiếu gì: ', 'Which forms lack what: '), h('code', 'chuyencan report --list --config chuyencan.yaml')))),
          tables: data.published ? ['compliance_indicator'] : null
        }),
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
        data.annexes.map(function (annex) { return S.panel({ title: S.b(annex.label), lead: S.b(annex.grain), long: true, body: annex.rows.length || !annex.total ? S.published(annex) : h('p.note', S.t('Bảng có ' + S.num(annex.total) + ' dòng, chỉ hiện cho phòng đào tạo.', 'The table has ' + S.num(annex.total) + ' rows, shown to the office only.')), tables: [annex.table] }); }))
    ];
  };
})();
