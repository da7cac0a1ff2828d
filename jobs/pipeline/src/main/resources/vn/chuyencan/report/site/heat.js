// Accesses, learner by week. Only rows in sight are in the document: five thousand learners scroll
// as well as fifty. Before printing all come in.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;
  var ROW = 28;
  var BEYOND = 12;
  var MOST_PRINTED = 600;

  // options: weeks, heat, eachWeek, gapWeeks, learnersPage, courseId, policy
  S.heat = function (options) {
    var heat = options.heat;
    var weeks = options.weeks;
    var count = weeks.length;
    var people = heat.ids.map(function (id, i) {
      var cells = heat.sessions.slice(i * count, (i + 1) * count);
      return {
        id: id, name: heat.names ? heat.names[i] : '', group: heat.groups ? heat.groups[i] : '', minutes: heat.minutes ? heat.minutes[i] : null,
        cells: cells, total: cells.reduce(function (a, b) { return a + b; }, 0),
        low: cells.filter(function (v) { return v < options.eachWeek; }).length, place: i
      };
    });
    var certificates = Object.keys(heat.status || {});
    var highest = people.reduce(function (top, one) { return Math.max(top, Math.max.apply(null, one.cells.concat(0))); }, 1);
    var state = { text: '', sort: 'id', down: false, status: '', certificate: certificates[0] || '', group: '', low: false };
    var shown = people;

    function level(value) { return value === 0 ? 0 : Math.min(5, Math.max(1, Math.ceil(5 * value / Math.max(5, highest)))); }
    function statusOf(one) { return state.certificate ? heat.status[state.certificate][one.place] : ''; }

    var body = h('tbody');
    var table = h('table', { 'aria-rowcount': people.length + 1 });
    var region = h('div.heat', { tabindex: '0', role: 'region', 'aria-label': S.t('Lượt truy cập: người học theo tuần', 'Accesses: learner by week') }, table);
    var status = h('span.count', { role: 'status' });

    function row(one, index) {
      var tr = h('tr', { 'aria-rowindex': index + 2 });
      var label = one.name ? [S.name(one.name), h('span.soft', ' ' + one.id)] : S.name(one.id);
      tr.append(h('th', { scope: 'row', title: one.name ? one.name + ' · ' + one.id : one.id },
        options.learnersPage ? h('a', { href: S.link(options.learnersPage + '#learner=' + encodeURIComponent(one.id)) }, label) : label));
      one.cells.forEach(function (value, w) {
        var low = options.eachWeek && value < options.eachWeek;
        tr.append(h('td.c.h' + level(value) + (low ? '.low' : ''), S.n(String(value), 'learner_course_week', { course_id: options.courseId, learner_id: one.id, course_week: weeks[w].n }), low ? h('span.quiet', S.t(' dưới mức', ' below')) : null));
      });
      tr.append(h('td.num', S.n(S.num(one.total), 'learner_course_week', { course_id: options.courseId, learner_id: one.id })));
      if (heat.minutes) tr.append(h('td.num', S.n(S.num(one.minutes, 0), 'learner_course_measure', { course_id: options.courseId, learner_id: one.id })));
      if (certificates.length) tr.append(h('td', S.badge(statusOf(one))));
      if (heat.groups) tr.append(h('td', S.name(one.group || '–')));
      return tr;
    }
    function pad(height) { return h('tr.pad', { 'aria-hidden': 'true' }, h('td', { colspan: count + 5, style: { height: height + 'px' } })); }

    function draw(everything) {
      var first = everything ? 0 : Math.max(0, Math.floor(region.scrollTop / ROW) - BEYOND);
      var last = everything ? Math.min(shown.length, MOST_PRINTED) : Math.min(shown.length, first + Math.ceil((region.clientHeight || 640) / ROW) + 2 * BEYOND);
      var rows = [];
      if (first) rows.push(pad(first * ROW));
      for (var i = first; i < last; i++) rows.push(row(shown[i], i));
      if (!everything && last < shown.length) rows.push(pad((shown.length - last) * ROW));
      body.replaceChildren.apply(body, rows);
      drawn = first + ' ' + last;
      if (!shown.length) body.append(h('tr', h('td.empty', { colspan: count + 5 }, S.t('Không có ai.', 'Nobody.'))));
    }
    var drawn = '';
    region.addEventListener('scroll', function () {
      var first = Math.max(0, Math.floor(region.scrollTop / ROW) - BEYOND);
      if (Math.abs(first - Number(drawn.split(' ')[0])) >= BEYOND / 2) {
        // What had the focus goes out of sight; the region keeps it.
        var inside = body.contains(document.activeElement);
        draw(false);
        if (inside && !region.contains(document.activeElement)) region.focus({ preventScroll: true });
      }
    });
    window.addEventListener('beforeprint', function () { if (region.isConnected) draw(true); });
    window.addEventListener('afterprint', function () { if (region.isConnected) draw(false); });

    var values = {
      id: function (one) { return one.id; },
      name: function (one) { return S.nameOrder(one.name || one.id); },
      total: function (one) { return one.total; },
      low: function (one) { return one.low; },
      minutes: function (one) { return Number(one.minutes); },
      status: function (one) { return S.STATUSES.indexOf(statusOf(one)); },
      group: function (one) { return one.group; }
    };
    weeks.forEach(function (week, w) { values['w' + w] = function (one) { return one.cells[w]; }; });

    function head(key, label, title) {
      var active = state.sort === key;
      return h('th', { scope: 'col', title: title, 'aria-sort': active ? (state.down ? 'descending' : 'ascending') : 'none' },
        h('button', { type: 'button', 'data-sort': key, onclick: function () { state.down = active ? !state.down : key !== 'id' && key !== 'name' && key !== 'group' && key !== 'status'; state.sort = key; update(key); } }, label));
    }
    function heads() {
      var gaps = options.gapWeeks || [];
      return h('thead', h('tr', { 'aria-rowindex': 1 },
        head(heat.names ? 'name' : 'id', S.t('Người học', 'Learner')),
        weeks.map(function (week, w) {
          var silent = gaps.indexOf(String(week.n)) >= 0;
          return head('w' + w, [S.t('T', 'W') + week.n, silent ? h('span', { title: S.t('Có ngày không có nhật ký', 'Days without records') }, ' ⚠') : null], S.t('Tuần ', 'Week ') + week.n + ': ' + S.date(week.first) + ' – ' + S.date(week.last));
        }),
        head('total', S.t('Tổng', 'Total')),
        heat.minutes && head('minutes', S.t('Phút', 'Minutes')),
        certificates.length ? head('status', S.t('Kết quả', 'Status')) : null,
        heat.groups && head('group', S.t('Nhóm', 'Group'))));
    }
    function update(focus) {
      var wanted = S.fold(state.text);
      shown = people.filter(function (one) {
        return (!wanted || S.fold(one.id + ' ' + one.name).indexOf(wanted) >= 0) && (!state.status || statusOf(one) === state.status) && (!state.group || one.group === state.group) && (!state.low || one.low > 0);
      });
      var by = values[state.sort];
      shown.sort(function (a, b) { return (state.down ? -1 : 1) * S.compare(by(a), by(b)) || a.place - b.place; });
      table.replaceChildren(h('caption.quiet', S.t('Lượt truy cập mỗi tuần của từng người học', 'Accesses of each learner in each week')), heads(), body);
      status.textContent = S.t(S.num(shown.length) + ' / ' + S.num(people.length) + ' người học', S.num(shown.length) + ' of ' + S.num(people.length) + ' learners');
      region.scrollTop = 0;
      draw(false);
      if (focus) { var button = table.querySelector('[data-sort="' + focus + '"]'); if (button) button.focus(); }
    }
    function select(label, choices, set) {
      return h('label', label, h('select', { onchange: function (event) { set(event.target.value); update(); } }, choices.map(function (choice) { return h('option', { value: choice[0] }, choice[1]); })));
    }
    var all = S.t('tất cả', 'all');
    var groups = heat.groups ? heat.groups.filter(function (g, i, list) { return g && list.indexOf(g) === i; }).sort(S.compare) : [];
    var tools = h('div.tools',
      h('label', heat.names ? S.t('Tìm tên hoặc mã', 'Find a name or id') : S.t('Tìm mã', 'Find an id'), h('input', { type: 'search', oninput: function (event) { state.text = event.target.value; update(); } })),
      certificates.length ? select(S.t('Chứng nhận', 'Certificate'), certificates.map(function (c) { return [c, S.certificate(options.policy, c)]; }), function (v) { state.certificate = v; }) : null,
      certificates.length ? select(S.t('Kết quả', 'Status'), [['', all]].concat(S.STATUSES.map(function (s) { return [s, S.status(s)]; })), function (v) { state.status = v; }) : null,
      groups.length ? select(S.t('Nhóm', 'Group'), [['', all]].concat(groups.map(function (g) { return [g, g]; })), function (v) { state.group = v; }) : null,
      options.eachWeek ? h('label.check', h('input', { type: 'checkbox', onchange: function (event) { state.low = event.target.checked; update(); } }), S.t('có tuần dưới ' + options.eachWeek + ' lượt', 'some week below ' + options.eachWeek)) : null,
      status);
    state.sort = heat.names ? 'name' : 'id';
    requestAnimationFrame(function () { update(); });
    update();
    var legend = h('div.legend', { 'aria-hidden': 'true' }, [0, 1, 2, 3, 4, 5].map(function (l) {
      var from = l === 0 ? 0 : Math.floor((l - 1) * Math.max(5, highest) / 5) + 1;
      return h('span', h('i', { style: { background: 'var(--h' + l + ')' } }), l === 0 ? '0' : l === 5 ? from + '+' : from === Math.floor(l * Math.max(5, highest) / 5) ? String(from) : from + '–' + Math.floor(l * Math.max(5, highest) / 5));
    }), options.eachWeek ? h('span', h('i', { style: { 'box-shadow': 'inset 0 -4px 0 var(--not)' } }), S.t('dưới ' + options.eachWeek + ' lượt', 'below ' + options.eachWeek)) : null);
    return h('div', tools, legend, region);
  };
})();
