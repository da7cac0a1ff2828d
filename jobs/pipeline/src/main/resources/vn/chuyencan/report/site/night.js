// The first page: what the night read, what came of it, and where to go on.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;
  var TERMS = [
    ['accepted', 'nhận', 'accepted', '--met'], ['duplicate', 'trùng', 'duplicate', '--h4'], ['voided', 'bị hủy', 'voided', '--lack'],
    ['conflicting', 'xung đột', 'conflicting', '--review'], ['rejected', 'từ chối', 'rejected', '--not'], ['out_of_scope', 'ngoài phạm vi', 'out of scope', '--na']
  ];

  function svg(name, attributes, text) {
    var element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }
  // What was read on the left flows into what became of it, in proportion.
  function flow(counts) {
    var read = counts.read || 0;
    var height = 226;
    var narrow = window.innerWidth < 560;
    var width = narrow ? 340 : 720;
    var picture = svg('svg', { viewBox: '0 0 ' + width + ' ' + height, class: 'flow', role: 'img', 'aria-label': equationText(counts) });
    var left = narrow ? 96 : 150;
    var right = narrow ? 186 : 440;
    var top = 8;
    var span = height - 16;
    picture.append(svg('rect', { x: left - 14, y: top, width: 14, height: span, rx: 3, style: 'fill:var(--h5)' }));
    picture.append(svg('text', { x: left - 22, y: height / 2 - 4, 'text-anchor': 'end', class: 'big' }, S.num(read)));
    picture.append(svg('text', { x: left - 22, y: height / 2 + 14, 'text-anchor': 'end', class: 's' }, narrow ? S.t('đã đọc', 'read') : S.t('bản ghi đã đọc', 'records read')));
    var step = span / TERMS.length;
    var from = top;
    TERMS.forEach(function (term, i) {
      var value = counts[term[0]];
      var share = read ? value / read : 0;
      var thick = value ? Math.max(1.2, share * span) : 0;
      var y = top + step * i + step / 2;
      var half = Math.min(thick / 2, step / 2 - 3);
      var bend = (left + right) / 2;
      if (value) {
        var a = from, b = Math.min(top + span, from + thick);
        picture.append(svg('path', { d: 'M' + left + ' ' + a + 'C' + bend + ' ' + a + ' ' + bend + ' ' + (y - half) + ' ' + right + ' ' + (y - half) + 'L' + right + ' ' + (y + half) + 'C' + bend + ' ' + (y + half) + ' ' + bend + ' ' + b + ' ' + left + ' ' + b + 'Z', style: 'fill:var(' + term[3] + ');fill-opacity:.28' }));
        from = Math.min(top + span - 1, from + share * span);
      }
      picture.append(svg('rect', { x: right, y: y - Math.max(half, 2), width: 8, height: Math.max(2 * half, 4), rx: 2, style: 'fill:var(' + (value ? term[3] : '--line') + ')' }));
      picture.append(svg('text', { x: right + 16, y: y + 4.5 }, S.num(value) + ' ' + S.t(term[1], term[2])));
      if (!narrow) picture.append(svg('text', { x: width - 4, y: y + 4.5, 'text-anchor': 'end', class: 's' }, read ? S.percent(share, 2) : ''));
    });
    return picture;
  }
  function equationText(counts) {
    return S.num(counts.read) + ' = ' + TERMS.map(function (term) { return S.num(counts[term[0]]) + ' ' + S.t(term[1], term[2]); }).join(' + ');
  }

  function statusSplit(certificate) {
    var by = {};
    certificate.steps.forEach(function (step) {
      var status = { met: 'MET', compensated: 'MET_BY_COMPENSATION', criterion: 'NOT_MET', refused: 'NOT_MET', review: 'NEEDS_REVIEW', insufficient: 'INSUFFICIENT_DATA', not_applicable: 'NOT_APPLICABLE' }[step.kind];
      by[status] = step.count === S.HIDDEN || by[status] === S.HIDDEN ? S.HIDDEN : (by[status] || 0) + step.count;
    });
    return S.STATUSES.filter(function (status) { return by[status]; }).map(function (status) { return [status, by[status]]; });
  }
  S.statusSplit = statusSplit;

  function courses(data) {
    var rows = [];
    data.courses.forEach(function (course) { course.summary.certificates.forEach(function (certificate, i) { rows.push({ course: course, certificate: certificate, first: i === 0 }); }); if (!course.summary.certificates.length) rows.push({ course: course, certificate: null, first: true }); });
    return S.table({
      caption: S.t('Lớp và kết quả theo loại chứng nhận', 'Course runs and status by certificate'), rows: rows, rowHead: 0,
      columns: [
        { label: S.t('Lớp', 'Course run'), value: function (r) { return r.course.run.title + ' ' + r.course.run.id; },
          cell: function (r) { return r.first ? [h('a', { href: S.link(r.course.page) }, S.name(r.course.run.title || r.course.run.id)), h('div.soft', r.course.run.id, ' · ', S.date(r.course.run.opens), ' – ', S.date(r.course.run.closes))] : h('span.quiet', r.course.run.id); } },
        { label: S.t('Chứng nhận', 'Certificate'), value: function (r) { return r.certificate ? r.certificate.certificate : ''; }, cell: function (r) { return r.certificate ? S.certificate(r.certificate.policy, r.certificate.certificate) : '–'; } },
        { label: S.t('Ghi danh', 'Enrolled'), number: true, value: function (r) { return r.certificate ? r.certificate.enrolled : r.course.run.learners; }, cell: function (r) { return S.n(S.count(r.certificate ? r.certificate.enrolled : r.course.run.learners), 'eligibility_decision', r.certificate ? { course_id: r.course.run.id, certificate: r.certificate.certificate } : { course_id: r.course.run.id }); } },
        { label: S.t('Đủ điều kiện', 'Eligible'), number: true, value: function (r) { return r.certificate ? r.certificate.eligible : 0; }, cell: function (r) { return r.certificate ? decided(r, S.count(r.certificate.eligible), S.ELIGIBLE) : '–'; } },
        { label: S.t('Phân bố', 'Spread'), cell: function (r) {
          if (!r.certificate) return '';
          var parts = statusSplit(r.certificate);
          return S.split(parts, parts.map(function (p) { return S.status(p[0]) + ' ' + S.count(p[1]); }).join(', '), r.certificate.enrolled);
        } },
        { label: S.t('Không đạt', 'Not met'), number: true, value: function (r) { return r.certificate ? part(r.certificate, 'NOT_MET') : 0; }, cell: function (r) { return r.certificate ? decided(r, S.count(part(r.certificate, 'NOT_MET')), 'NOT_MET') : ''; } },
        { label: S.t('Cần xem xét', 'Needs review'), number: true, value: function (r) { return r.certificate ? part(r.certificate, 'NEEDS_REVIEW') : 0; }, cell: function (r) { return r.certificate ? decided(r, S.count(part(r.certificate, 'NEEDS_REVIEW')), 'NEEDS_REVIEW') : ''; } }]
    });
  }
  function decided(row, text, statuses) {
    return S.n(text, 'eligibility_decision', { course_id: row.course.run.id, certificate: row.certificate.certificate, standing_status: statuses });
  }
  function part(certificate, status) {
    var found = statusSplit(certificate).filter(function (p) { return p[0] === status; })[0];
    return found ? found[1] : 0;
  }

  // How a run ended, as run_history calls it, with the colours of statuses.
  var ENDS = { done: ['xong', 'done', 'MET', '✓'], gate_closed: ['cổng dữ liệu đóng', 'data gate closed', 'NEEDS_REVIEW', '?'], failed: ['hỏng', 'failed', 'NOT_MET', '✕'], killed: ['bị ngắt', 'killed', 'NOT_MET', '✕'] };
  var STEPS = { measure: ['đo lại', 'measured'], decide: ['quyết định lại', 'decided'] };
  function end(run) {
    var one = ENDS[run.status] || [run.status, run.status, 'NOT_APPLICABLE', ''];
    return h('span.badge.' + one[2], h('span', { 'aria-hidden': 'true' }, one[3]), S.t(one[0], one[1]));
  }
  function why(run) {
    var told = run.errors.map(function (number) { return 'E' + number; }).concat(run.reasons);
    if (run.exit_status && run.exit_status !== '0') told.unshift(S.t('mã thoát ', 'exit status ') + run.exit_status);
    return told.join(', ');
  }
  function runs(data) {
    function count(label, term) {
      return { label: label, number: true, value: function (r) { return r[term]; }, cell: function (r) { return r[term] === undefined ? '–' : S.n(S.num(r[term]), 'run_history', { run_id: r.run_id }); } };
    }
    return S.table({
      caption: S.t('Các lần chạy gần đây, mới nhất trước', 'Latest runs, the newest first'), search: false, rows: data.rows, rowHead: 0,
      empty: S.t('Chưa có lần chạy nào trước lần này.', 'No run before this one.'),
      columns: [
        { label: S.t('Bắt đầu', 'Started'), value: function (r) { return r.started_at; }, cell: function (r) { return [S.time(r.started_at), h('div.soft', h('code', r.command))]; } },
        { label: S.t('Đến hết', 'Up to'), value: function (r) { return r.as_of; }, cell: function (r) { return S.date(r.as_of); } },
        { label: S.t('Kết quả', 'Result'), value: function (r) { return r.status; }, cell: function (r) { var told = why(r); return [end(r), told && h('div.soft', told)]; } },
        { label: S.t('Giây', 'Seconds'), number: true, value: function (r) { return r.seconds; }, cell: function (r) { return r.seconds === undefined ? '–' : S.n(S.num(r.seconds, 1), 'run_history', { run_id: r.run_id }); } },
        count(S.t('Đã đọc', 'Read'), 'read'), count(S.t('Nhận', 'Accepted'), 'accepted'), count(S.t('Từ chối', 'Rejected'), 'rejected'), count(S.t('Bản công bố', 'Publications'), 'publications')]
    });
  }
  function causes(rows, night) {
    var columns = [
      { label: S.t('Vì', 'Because of'), value: function (r) { return S.b(r.label); }, cell: function (r) { return [S.b(r.label), h('div.soft', S.b(STEPS[r.step] || [r.step, r.step]))]; } },
      { label: S.t('Lớp', 'Course runs'), number: true, value: function (r) { return r.course_runs; }, cell: function (r) { return [S.n(S.num(r.course_runs), 'recompute_cause', { as_of: r.as_of, step: r.step, cause: r.cause }), h('div.soft.ids', r.course_ids.slice(0, 6).join(', '), r.course_runs > 6 ? ' …' : '')]; } },
      { label: S.t('Người học', 'Learners'), number: true, value: function (r) { return r.learners; }, cell: function (r) { return S.n(S.count(r.learners), 'recompute_cause', { as_of: r.as_of, step: r.step, cause: r.cause }); } }];
    if (!night) columns.unshift({ label: S.t('Đêm', 'Night'), value: function (r) { return r.as_of; }, cell: function (r) { return [S.date(r.as_of), h('div.soft', S.time(r.started_at))]; } });
    return S.table({ caption: night ? S.t('Đêm này tính lại gì, vì sao', 'What this night computed again, and why') : S.t('Các đêm trước tính lại gì, vì sao', 'What earlier nights computed again, and why'), search: false, rows: rows, rowHead: 0, columns: columns });
  }
  function recomputed(data) {
    var now = data.rows.filter(function (r) { return r.now; });
    var before = data.rows.filter(function (r) { return !r.now; });
    return [
      now.length ? causes(now, true) : h('p.empty', S.t('Không lớp nào phải tính lại.', 'No course run had to be computed again.')),
      before.length ? h('details', h('summary', S.t('Các đêm trước', 'Earlier nights')), causes(before, false)) : null];
  }

  S.pages.night = function (data) {
    var counts = data.counts;
    var share = counts.read ? counts.rejected / counts.read : 0;
    var limit = Number(data.gateShare);
    var gaps = data.days.reduce(function (all, source) { return all + source.gaps.reduce(function (a, b) { return a + b; }, 0); }, 0);
    var openCases = data.courses.reduce(function (all, course) { return all + course.summary.cases.reduce(function (a, c) { return a + c.count; }, 0); }, 0);
    var last = data.batches.rows[data.batches.rows.length - 1];
    return [
      S.title(S.t('Đêm ' + S.date(S.publication.asOf), 'The night of ' + S.date(S.publication.asOf)),
        S.t('Mọi bản ghi tính đến hết ngày này, mọi lớp, mọi kết quả. Nhấn vào một con số để biết nó từ dòng nào mà ra.', 'All records up to the end of that day, all course runs, all decisions. Click a number to see the rows that it was made of.')),
      h('dl.cards',
        S.card(S.t('Bản ghi đã đọc', 'Records read'), S.n(S.num(counts.read), 'ingest_batch'), S.t(S.num(data.files) + ' tệp', S.num(data.files) + ' files')),
        S.card(S.t('Từ chối', 'Rejected'), S.n(S.num(counts.rejected), 'rejected_record'), S.percent(share, 3), share > limit ? 'bad' : 'good'),
        S.card(S.t('Cổng dữ liệu', 'Data gate'), S.t('mở', 'open'), S.t('đóng khi trên ' + S.percent(limit), 'closes above ' + S.percent(limit)), 'good'),
        S.card(S.t('Ngày im lặng', 'Silent days'), S.n(S.num(gaps), 'source_day', { log_gap: 'true' }), S.t(S.num(data.days.length) + ' nguồn', S.num(data.days.length) + ' source' + (data.days.length > 1 ? 's' : '')), gaps ? 'warn' : 'good'),
        S.card(S.t('Chưa rõ của ai', 'Nobody\u2019s traces'), S.n(S.num(data.unresolved), 'unresolved_actor'), S.t('tài khoản', 'accounts'), data.unresolved ? 'warn' : 'good'),
        S.card(S.t('Chờ người quyết', 'Waiting for a person'), S.n(S.num(openCases), 'review_case'), S.t('trường hợp', 'cases'), openCases ? 'warn' : 'good')),
      h('div.grid',
        S.panel({
          width: 'two-thirds', title: S.t('Không bản ghi nào biến mất', 'No record disappears'),
          lead: S.t('Mỗi bản ghi đã đọc nằm ở đúng một chỗ; đẳng thức được kiểm trước khi công bố.', 'Each record that was read is in exactly one place; the equation is checked before anything is published.'),
          body: [flow(counts), h('p.equation', h('b', S.n(S.num(counts.read), 'ingest_batch')), ' = ', TERMS.map(function (term, i) { return [i ? ' + ' : '', S.n(S.num(counts[term[0]]), term[0] === 'rejected' ? 'rejected_record' : 'ingest_batch'), ' ', S.t(term[1], term[2])]; }))],
          tables: ['ingest_batch', 'rejected_record', 'source_file']
        }),
        S.panel({
          width: 'third', title: S.t('Vì sao từ chối', 'Why records were rejected'),
          body: S.table({
            caption: S.t('Bản ghi bị từ chối theo lí do', 'Rejected records by reason'), rows: data.rejected, rowHead: 0, empty: S.t('Không có bản ghi nào bị từ chối.', 'Nothing was rejected.'),
            columns: [{ label: S.t('Lí do', 'Reason'), value: function (r) { return S.rejection(r.code); }, cell: function (r) { return [S.rejection(r.code), h('div.soft', h('code', r.code))]; } }, { label: S.t('Bản ghi', 'Records'), number: true, value: function (r) { return r.count; }, cell: function (r) { return S.n(S.num(r.count), 'rejected_record', { reason: r.code }); } }]
          }),
          tables: ['rejected_record']
        }),
        S.panel({ title: S.t('Lớp', 'Course runs'), lead: S.t('Kết quả sau khi tính cả quyết định của người có thẩm quyền.', 'Statuses after what persons decided.'), body: [legend(), courses(data), S.hiddenNote()], tables: ['course_run', 'eligibility_decision'], long: true }),
        S.panel({ width: 'two-thirds', title: S.t('Nhật ký theo ngày', 'Records by day'), body: data.days.map(S.dayChart), tables: ['source_day'] }),
        S.panel({
          width: 'third', title: S.t('Đêm này thay đổi gì', 'What this night changed'),
          body: [data.changes.length ? S.table({
            caption: S.t('Kết quả thay đổi', 'Statuses that changed'), rows: data.changes,
            columns: [{ label: S.t('Trước', 'Before'), value: function (r) { return r.before; }, cell: function (r) { return S.badge(r.before); } }, { label: S.t('Nay', 'Now'), value: function (r) { return r.after; }, cell: function (r) { return S.badge(r.after); } }, { label: S.t('Số', 'Number'), number: true, value: function (r) { return r.count; }, cell: function (r) { return S.n(S.count(r.count), 'decision_change', { as_of: S.publication.asOf }); } }]
          }) : h('p.empty', S.t('Không kết quả nào thay đổi so với lần trước.', 'No status is other than the time before.')),
          data.notApplied ? h('p.note', S.t(S.num(data.notApplied) + ' điều chỉnh không áp dụng được. ', S.num(data.notApplied) + ' corrections do not apply. '), h('a', { href: S.link('health.html') }, S.t('Xem', 'See'))) : null],
          tables: ['decision_change', 'correction']
        }),
        S.panel({
          width: 'third', title: S.t('Đêm này tính lại gì', 'What this night computed again'),
          lead: S.t('Chỉ những lớp có điều mới; một lớp có thể có nhiều lí do.', 'Only course runs with news; one may have several causes.'),
          body: recomputed(data.recomputed), tables: ['recompute_cause']
        }),
        S.panel({
          width: 'two-thirds', title: S.t('Các đêm gần đây', 'The last nights'),
          lead: S.t('Lần chạy đang công bố (' + S.publication.run + ') sẽ có ở đây từ đêm sau.', 'The run that publishes (' + S.publication.run + ') will be here from the next night on.'),
          body: runs(data.runs), tables: ['run_history']
        }),
        S.panel({ title: S.t('Các mẻ gần đây', 'Latest batches'), body: S.published(data.batches, { key: [0, 1] }), tables: ['ingest_batch'], lead: last ? null : S.t('Chưa có mẻ nào.', 'No batch yet.'), long: true }))
    ];
  };
  function legend() {
    return h('div.legend', S.STATUSES.map(function (status) { return h('span', h('i.bg-' + status), S.status(status)); }));
  }
  S.statusLegend = legend;
})();
