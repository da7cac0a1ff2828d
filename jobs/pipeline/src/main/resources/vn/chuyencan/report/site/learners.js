// Learners, for the office: one course run's (learners) or all (roll).
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;

  function dots(list) {
    if (!list.length) return null;
    return h('span.dots', { role: 'img', 'aria-label': list.map(function (d) { return S.certificate(d.policy, d.certificate) + ': ' + S.status(d.standing); }).join('; ') }, list.map(function (d) { return h('i.bg-' + d.standing, { title: S.certificate(d.policy, d.certificate) + ': ' + S.status(d.standing) }); }));
  }

  S.pages.learners = function (data) {
    var byLearner = {};
    data.decisions.map(function (d) {
      return { learner: d[0], certificate: d[1], status: d[2], standing: d[3], policy: d[4], final: d[5] === 1, open: d[6], supply: d[8],
        nearest: d[7].map(function (n) { return { criterion_id: n[0], distance: n[1], unit: n[2], item: n[3], possible: n[4], until: n[5] }; }) };
    }).forEach(function (d) { (byLearner[d.learner] = byLearner[d.learner] || []).push(d); });
    var places = {};
    data.learners.forEach(function (l, i) { places[l.id] = i; });
    var list = h('ul');
    var place = h('div');
    var status = h('span.count', { role: 'status' });
    var state = { text: '', status: '' };
    var inOrder = data.learners.slice().sort(function (a, b) { return S.compare(S.nameOrder(a.name || a.id), S.nameOrder(b.name || b.id)); });
    var current = S.hash().learner;
    if (!(current in places)) current = inOrder.length ? inOrder[0].id : null;

    function fill() {
      var wanted = S.fold(state.text);
      var found = inOrder.filter(function (l) {
        return (!wanted || S.fold(l.id + ' ' + l.name + ' ' + l.group).indexOf(wanted) >= 0) && (!state.status || (byLearner[l.id] || []).some(function (d) { return d.standing === state.status; }));
      });
      list.replaceChildren.apply(list, found.slice(0, 400).map(function (l) {
        return h('li', h('a', { href: S.link('#learner=' + encodeURIComponent(l.id)), 'aria-current': l.id === current ? 'true' : null, onclick: function (event) { event.preventDefault(); choose(l.id, true); } },
          h('span', S.name(l.name || l.id), h('small', l.id, l.group ? ' · ' + l.group : '', l.left ? S.t(' · đã rời', ' · left') : '')), dots(byLearner[l.id] || [])));
      }));
      status.textContent = S.t(found.length + ' / ' + data.learners.length + (found.length > 400 ? ' (hiện 400)' : ''), found.length + ' of ' + data.learners.length + (found.length > 400 ? ' (400 shown)' : ''));
    }
    function choose(id, focus) {
      current = id;
      S.setHash({ learner: id });
      fill();
      S.disposeCharts();
      place.replaceChildren(learner(data, data.learners[places[id]], places[id], byLearner[id] || []));
      if (focus) place.querySelector('h2').focus();
    }
    fill();
    if (current) place.replaceChildren(learner(data, data.learners[places[current]], places[current], byLearner[current] || []));
    return [
      S.title(S.t('Từng người học', 'Each learner'), [h('a', { href: S.link(data.coursePage) }, S.name(data.run.title || data.run.id)), ' · ', data.run.id]),
      h('div.people',
        h('nav.panel.list', { 'aria-label': S.t('Người học', 'Learners') },
          h('div.tools', h('label', S.t('Tìm tên, mã, nhóm', 'Find name, id, group'), h('input', { type: 'search', oninput: function (event) { state.text = event.target.value; fill(); } })),
            h('label', S.t('Kết quả', 'Status'), h('select', { onchange: function (event) { state.status = event.target.value; fill(); } }, h('option', { value: '' }, S.t('tất cả', 'all')), S.STATUSES.map(function (s) { return h('option', { value: s }, S.status(s)); }))), status), list),
        place)
    ];
  };

  function learner(data, one, index, decisions) {
    var key = { course_id: data.run.id, learner_id: one.id };
    return h('article',
      h('section.panel', { 'aria-labelledby': 'who' },
        h('h2#who', { tabindex: '-1' }, S.name(one.name || one.id), one.name ? h('span.soft', ' ' + one.id) : null),
        h('dl.cards',
          S.card(S.t('Lượt truy cập', 'Accesses'), S.n(S.num(one.sessions), 'learner_course_measure', key), S.t(one.days + ' ngày', one.days + ' days')),
          S.card(S.t('Phút', 'Minutes'), S.n(S.num(one.minutes[3], 0), 'learner_course_measure', key), S.t('15/30/60: ', '15/30/60: ') + one.minutes.slice(0, 3).map(function (m) { return S.num(m, 0); }).join(' · ')),
          S.card(S.t('Bài viết', 'Posts'), S.n(S.num(one.posts), 'learner_course_measure', key), S.t('ở diễn đàn tập thể', 'in collective forums')),
          decisions.map(function (d) { return S.card(S.certificate(d.policy, d.certificate), S.badge(d.standing), d.open ? S.t(d.open + ' việc chờ quyết', d.open + ' open cases') : d.final ? S.t('kết luận', 'final') : S.t('tạm tính', 'so far')); })),
        timeline(data, one, key), S.source(['learner_course_week', 'learner_course_evidence'])),
      h('section.panel', { 'aria-labelledby': 'why' }, h('h2#why', S.t('Điều kiện', 'Criteria')), decisions.length ? decisions.map(function (d) { return certificate(data, one, index, d); }) : h('p.empty', S.t('Chưa có kết quả.', 'Nothing was decided.')), S.source(['eligibility_decision', 'criterion_result', 'review_case'])),
      work(data, one, index));
  }

  function timeline(data, one, key) {
    var labels = data.weeks.map(function (w) { return S.t('Tuần ', 'Week ') + w.n; });
    var option = {
      legend: { top: 0, textStyle: { color: S.css('--soft'), fontSize: 11 }, itemWidth: 12, itemHeight: 9 },
      xAxis: S.axis({ type: 'category', data: labels }),
      yAxis: [S.axis({ type: 'value', name: S.t('phút', 'minutes') }), S.axis({ type: 'value', name: S.t('lượt', 'accesses'), minInterval: 1, splitLine: { show: false } })],
      series: [{ name: S.t('Phút', 'Minutes'), type: 'bar', data: one.weeks.map(function (w) { return w[1]; }), itemStyle: { color: S.css('--h3') }, barMaxWidth: 46 },
        { name: S.t('Lượt truy cập', 'Accesses'), type: 'line', yAxisIndex: 1, data: one.weeks.map(function (w) { return w[0]; }), itemStyle: { color: S.css('--h5') }, symbolSize: 8,
          markLine: data.eachWeek ? { symbol: 'none', silent: true, data: [{ yAxis: data.eachWeek, label: { formatter: '≥ ' + data.eachWeek, color: S.css('--not'), position: 'insideEndTop' }, lineStyle: { color: S.css('--not') } }] } : undefined }]
    };
    var table = S.table({
      caption: S.t('Từng tuần', 'Week by week'), search: false, rows: data.weeks.map(function (w, i) { return i; }),
      columns: [{ label: S.t('Tuần', 'Week'), value: function (i) { return i; }, cell: function (i) { return data.weeks[i].n + ' (' + S.date(data.weeks[i].first) + ')'; } }].concat([['Lượt', 'Accesses'], ['Phút', 'Minutes'], ['Bài viết', 'Posts']].map(function (label, c) {
        return { label: S.t(label[0], label[1]), number: true, value: function (i) { return Number(one.weeks[i][c]); }, cell: function (i) { return S.n(S.num(one.weeks[i][c], 0), 'learner_course_week', Object.assign({ course_week: data.weeks[i].n }, key)); } };
      }))
    });
    return h('div', S.chart(option, S.t('Phút và lượt truy cập theo tuần', 'Minutes and accesses by week'), 200, table),
      one.times === null ? h('p.soft', S.t('Chưa rõ giờ của từng lượt: lớp này được đo bằng một bản chương trình cũ.', 'When each access was is not known: an older program measured this course run.')) : S.sessions(data, one, key), days(data, one));
  }
  // A calendar of days with sessions, Monday on top.
  function days(data, one) {
    if (!data.run.opens || !data.run.closes) return null;
    var on = {};
    one.active.forEach(function (d) { on[iso(d)] = true; });
    function iso(epochDay) { return new Date(epochDay * 86400000).toISOString().slice(0, 10); }
    var day = new Date(data.run.opens + 'T00:00:00Z');
    var end = new Date(data.run.closes + 'T00:00:00Z');
    var cells = [];
    for (var i = (day.getUTCDay() + 6) % 7; i > 0; i--) cells.push(h('i.out'));
    for (var n = 0; day <= end && n < 400; n++) {
      var date = day.toISOString().slice(0, 10);
      cells.push(h('i' + (on[date] ? '.on' : ''), { title: S.date(date) + (on[date] ? S.t(': có hoạt động', ': active') : '') }));
      day = new Date(day.getTime() + 86400000);
    }
    return h('div.days-of', h('h3', S.t('Ngày có hoạt động', 'Active days'), h('span.soft', S.t(' (mỗi cột một tuần, thứ hai ở trên)', ' (a column a week, Monday on top)'))), h('div.days', { role: 'img', 'aria-label': one.active.length + S.t(' ngày có hoạt động: ', ' active days: ') + one.active.map(iso).map(S.date).join(', ') }, cells));
  }

  function rowsOf(data, index, certificate) {
    var c = data.criteria;
    var rows = [];
    for (var i = 0; i < c.learner.length; i++) {
      if (c.learner[i] !== index) continue;
      var kind = c.kinds[c.kind[i]].split('\t');
      if (kind[0] !== certificate) continue;
      var result = c.results[c.result[i]].split('\t');
      rows.push({ id: kind[1], parent: kind[2], unit: kind[3], threshold: kind[4] === '' ? null : Number(kind[4]), status: result[0], reason: result[1], missing: result[2], value: c.value[i], margin: c.margin[i], low: c.value_low[i], high: c.value_high[i] });
    }
    return rows;
  }
  function certificate(data, one, index, d) {
    var rows = rowsOf(data, index, d.certificate);
    var key = { course_id: data.run.id, learner_id: one.id, certificate: d.certificate };
    var cases = data.cases.filter(function (c) { return c.learner_id === one.id && c.certificate === d.certificate; });
    var points = [];
    var titles = {};
    data.exercises.list.forEach(function (e) { if (e.title) titles[e.id] = e.title; });
    d.nearest.forEach(function (n) {
      var label = S.criterion(d.policy, d.certificate, n.criterion_id).label;
      points.push(h('p.note' + (n.possible ? '.info' : ''), n.possible ? S.t('Còn có thể: ', 'Still possible: ') : S.t('Đã lỡ: ', 'No longer possible: '), h('b', n.distance === null || n.distance === undefined ? '' : S.num(n.distance) + ' ' + S.unit(n.unit) + ' '), '– ', label, ' (', n.criterion_id, n.item ? ', ' + S.item(n.item, titles) : '', ')', n.until ? S.t(', đến hết ', ', until ') + S.date(n.until) : ''));
    });
    d.supply.forEach(function (s) { points.push(h('p.note', S.t('Cần bổ sung: ', 'To be supplied: '), S.supply(s))); });
    cases.forEach(function (c) {
      points.push(h('p.note' + (c.state === 'decided' ? '.info' : ''), S.t('Việc cần xét ', 'Case '), S.n(c.case_id, 'review_case', { case_id: c.case_id }), ': ', S.reason(d.policy, c.reason_code), ' – ', h('b', { decided: S.t('đã quyết', 'decided'), open: S.t('đang chờ', 'open'), reopened: S.t('mở lại', 'open again'), awaiting_evidence: S.t('chờ minh chứng', 'awaits evidence') }[c.state] || c.state), c.outcome ? ' (' + ({ granted: S.t('chấp thuận', 'granted'), refused: S.t('bác', 'refused'), more_evidence: S.t('cần thêm minh chứng', 'more evidence') }[c.outcome] || c.outcome) + ')' : '', c.decided_by ? [', ', S.name(c.decided_by), ' ', S.date(c.decided_on)] : '', c.note ? [': ', S.name(c.note)] : ''));
    });
    return h('div.certificate', h('h3', S.certificate(d.policy, d.certificate), S.badge(d.standing), d.status !== d.standing ? h('span.soft', S.t('tính ra: ', 'computed: '), S.status(d.status)) : null),
      points,
      S.table({
        caption: S.t('Điều kiện của ', 'Criteria of ') + S.certificate(d.policy, d.certificate), rows: rows, rowHead: 0, search: false, rowClass: function (r) { return r.parent ? '.part' : ''; },
        columns: [
          { label: S.t('Điều kiện', 'Criterion'), cell: function (r) { var c = S.criterion(d.policy, d.certificate, r.id); return [c.label, h('span.soft', { title: c.citation }, ' ' + r.id)]; } },
          { label: S.t('Kết quả', 'Status'), cell: function (r) { return [S.badge(r.status), r.reason ? h('div.soft', S.reason(d.policy, r.reason)) : null, r.missing ? h('div.soft', r.missing.split(', ').map(S.supply).join('; ')) : null]; } },
          { label: S.t('Có', 'Has'), number: true, cell: function (r) { return r.value === null ? '–' : [S.n(S.num(r.value), 'criterion_result', Object.assign({ criterion_id: r.id }, key)), r.low !== null && r.low !== r.high ? h('div.soft', S.num(r.low) + ' … ' + S.num(r.high)) : null]; } },
          { label: S.t('Cần', 'Needs'), number: true, cell: function (r) { return r.threshold === null ? '–' : [S.n('≥ ' + S.num(r.threshold), 'criterion_result', Object.assign({ criterion_id: r.id }, key)), h('span.soft', ' ' + S.unit(r.unit))]; } },
          { label: S.t('Dư / thiếu', 'Margin'), number: true, cell: function (r) { return r.margin === null ? '' : S.n((r.margin > 0 ? '+' : '') + S.num(r.margin).replace('-', '−'), 'criterion_result', Object.assign({ criterion_id: r.id }, key)); } },
          { label: h('span.quiet', S.t('Hình', 'Picture')), cell: function (r) {
            if (r.value === null || !r.threshold || r.threshold <= 0) return '';
            var top = Math.max(r.value, r.threshold) * 1.1;
            return h('span.gauge', { 'aria-hidden': 'true' }, h('i', { style: { width: 100 * Math.max(0, r.value) / top + '%' } }), h('b', { style: { left: 100 * r.threshold / top + '%' } }));
          } }]
      }));
  }

  function work(data, one, index) {
    var marks = data.exercises.marks[index];
    var sessions = [];
    var list = data.attendance.marks[one.id] || [];
    for (var s = 0; s < list.length; s += 2) sessions.push(data.attendance.sessions[list[s]].split('\t').concat(data.attendance.words[list[s + 1]]));
    var ATTENDED = { present: ['có mặt', 'present'], late: ['đi muộn', 'late'], absent: ['vắng', 'absent'], excused: ['vắng có phép', 'excused'], unmarked: ['chưa ghi', 'not marked'] };
    return h('div.grid',
      S.panel({
        id: 'exercises', width: 'half', title: S.t('Bài tập', 'Exercises'),
        body: S.table({
          caption: S.t('Điểm tốt nhất từng bài', 'Best mark of each exercise'), rows: data.exercises.list.map(function (e, i) { return [e, marks[i]]; }), rowHead: 0, search: false,
          columns: [{ label: S.t('Bài', 'Exercise'), value: function (r) { return r[0].id; }, cell: function (r) { return [S.name(r[0].title || r[0].id), r[0].title ? h('span.soft', ' ' + r[0].id) : null]; } },
            { label: S.t('Tốt nhất', 'Best'), number: true, value: function (r) { return r[1]; }, cell: function (r) { return r[1] === null ? S.t('chưa hoàn thành', 'not completed') : r[1] === 'pending' ? S.t('chờ chấm', 'waits for a mark') : S.n(S.num(r[1], 1) + ' %', 'assessment_attempt', { course_id: data.run.id, learner_id: one.id, exercise_id: r[0].id }); } }]
        }), tables: ['assessment_attempt']
      }),
      S.panel({
        id: 'sessions', width: 'half', title: S.t('Điểm danh', 'Attendance'),
        body: S.table({
          caption: S.t('Điểm danh', 'Attendance'), rows: sessions, rowHead: 0, search: false,
          columns: [{ label: S.t('Buổi', 'Session'), value: function (r) { return r[2]; }, cell: function (r) { return [S.name(r[1] || r[0]), h('span.soft', ' ' + S.time(r[2]))]; } },
            { label: S.t('Ghi nhận', 'Marked'), value: function (r) { return r[3]; }, cell: function (r) { return ATTENDED[r[3]] ? S.b(ATTENDED[r[3]]) : r[3]; } }]
        }), tables: ['attendance_record']
      }));
  }

  S.pages.roll = function (data) {
    var rows = data.ids.map(function (id, i) {
      var list = [];
      for (var d = 0; d < data.decisions[i].length; d += 3) list.push({ course: data.decisions[i][d], certificate: data.certificates[data.decisions[i][d + 1]], standing: data.statuses[data.decisions[i][d + 2]] });
      return { id: id, name: data.names[i], list: list };
    });
    return [
      S.title(S.t('Người học', 'Learners'), S.t('Mọi người học có kết quả, với các lớp của họ. Trang này có tên người: chỉ dành cho phòng đào tạo.', 'All learners about whom something is decided, with their course runs. This page names persons: for the office only.')),
      S.panel({
        title: S.t('Danh sách', 'List'), long: true, tables: ['eligibility_decision'], body: S.table({
          caption: S.t('Người học và lớp', 'Learners and course runs'), rows: rows, rowHead: 0, sort: 0,
          columns: [{ label: S.t('Họ và tên', 'Name'), value: function (r) { return S.nameOrder(r.name || r.id); }, cell: function (r) { return S.name(r.name || r.id); } },
            { label: S.t('Mã', 'Id'), value: function (r) { return r.id; }, cell: function (r) { return S.name(r.id); } },
            { label: S.t('Lớp', 'Course runs'), value: function (r) { return r.list.map(function (d) { return data.courses[d.course]; }).join(' '); }, cell: function (r) {
              var seen = [];
              r.list.forEach(function (d) { if (seen.indexOf(d.course) < 0) seen.push(d.course); });
              return seen.map(function (course, i) {
                return h('div', h('a', { href: S.link(data.pages[course] + '#learner=' + encodeURIComponent(r.id)) }, data.courses[course]), ' ', r.list.filter(function (d) { return d.course === course; }).map(function (d) { return [' ', h('span.soft', S.certificate('', d.certificate), ' '), S.badge(d.standing)]; }));
              });
            } }]
        })
      })];
  };
})();
