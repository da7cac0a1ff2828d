// A course run: who came when, how long, what was done, who is entitled and what keeps others back.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;

  function minutes(data) {
    var m = data.minutes;
    var bins = m.bins[1].length;
    var edges = [];
    for (var i = 0; i < bins; i++) edges.push(i * m.width);
    function shown(list) { return list.map(function (v) { return v === S.HIDDEN ? null : v; }); }
    var lines = m.lines.map(function (line) { return { xAxis: line.minutes, label: { formatter: S.num(line.minutes, 0) + ' ' + S.t('phút', 'min'), color: S.css('--not'), fontWeight: 600, fontSize: 11 }, lineStyle: { color: S.css('--not'), width: 2, type: 'solid' } }; });
    var names = [S.t('ngắt 15 phút', 'gap 15 min'), S.t('ngắt 30 phút (dùng để xét)', 'gap 30 min (decides)'), S.t('ngắt 60 phút', 'gap 60 min')];
    var option = {
      legend: { top: 0, textStyle: { color: S.css('--soft'), fontSize: 11 }, itemWidth: 14, itemHeight: 9 },
      // On a narrow screen the legend takes two lines.
      grid: { left: 8, right: 22, top: window.innerWidth < 560 ? 66 : 50, bottom: 22, containLabel: true },
      xAxis: [S.axis({ type: 'category', data: edges.map(function (e) { return S.num(e) + ' – ' + S.num(e + m.width); }), axisLabel: { show: false } }),
        // The same once more by minutes: its ticks stand where bars meet, and the lines of thresholds at their minute.
        S.axis({ type: 'value', position: 'bottom', min: 0, max: bins * m.width, interval: m.width, name: S.t('phút cả khóa', 'minutes in the course run'), nameLocation: 'middle', nameGap: 26, splitLine: { show: false }, axisTick: { show: true }, axisPointer: { show: false }, axisLabel: { color: S.css('--soft'), fontSize: 11, formatter: function (minute) { return S.num(minute); }, hideOverlap: true } })],
      yAxis: S.axis({ type: 'value', name: S.t('người học', 'learners'), minInterval: 1, axisLine: { onZero: false, lineStyle: { color: S.css('--strong-line') } } }),
      series: [
        { name: names[0], type: 'line', step: 'middle', symbol: 'none', data: shown(m.bins[0]), lineStyle: { color: S.css('--review'), width: 1.5, type: 'dashed' }, itemStyle: { color: S.css('--review') } },
        { name: names[1], type: 'bar', data: shown(m.bins[1]), itemStyle: { color: S.css('--h4') }, barCategoryGap: '8%' },
        { name: names[2], type: 'line', step: 'middle', symbol: 'none', data: shown(m.bins[2]), lineStyle: { color: S.css('--lack'), width: 1.5 }, itemStyle: { color: S.css('--lack') } },
        { type: 'line', xAxisIndex: 1, data: [], silent: true, markLine: { symbol: 'none', animation: false, data: lines, tooltip: { show: false } } }]
    };
    var table = S.table({
      caption: S.t('Người học theo khoảng phút', 'Learners by minutes'), search: false, rows: edges.map(function (e, i) { return i; }),
      columns: [{ label: S.t('Phút', 'Minutes'), value: function (i) { return i; }, cell: function (i) { return S.num(edges[i]) + ' – ' + S.num(edges[i] + m.width); } }].concat([0, 1, 2].map(function (r) {
        return { label: names[r], number: true, value: function (i) { return m.bins[r][i]; }, cell: function (i) { return S.n(S.count(m.bins[r][i]), 'learner_course_measure', { course_id: data.run.id }); } };
      }))
    });
    var band = m.lines.length ? S.table({
      caption: S.t('Ngưỡng phút và cách tính phiên', 'Thresholds of minutes and session gaps'), showCaption: true, search: false, rows: m.lines,
      columns: [
        { label: S.t('Ngưỡng', 'Threshold'), number: true, value: function (l) { return l.minutes; }, cell: function (l) { return S.n(S.num(l.minutes, 0) + ' ' + S.t('phút', 'min'), 'criterion_result', { course_id: data.run.id, criterion_id: l.criteria }); } },
        { label: S.t('Điều kiện', 'Criteria'), cell: function (l) { return l.criteria.join(', '); } },
        { label: '15', number: true, title: names[0], value: function (l) { return l.reaching[0]; }, cell: function (l) { return S.n(S.count(l.reaching[0]), 'learner_course_measure', { course_id: data.run.id }); } },
        { label: '30', number: true, title: names[1], value: function (l) { return l.reaching[1]; }, cell: function (l) { return S.n(S.count(l.reaching[1]), 'learner_course_measure', { course_id: data.run.id }); } },
        { label: '60', number: true, title: names[2], value: function (l) { return l.reaching[2]; }, cell: function (l) { return S.n(S.count(l.reaching[2]), 'learner_course_measure', { course_id: data.run.id }); } },
        { label: S.t('Tuỳ cách tính', 'Depends on the gap'), number: true, value: function (l) { return l.between; }, cell: function (l) { return S.n(S.count(l.between), 'learner_course_measure', { course_id: data.run.id }); } }]
    }) : null;
    var label = S.t('Phân bố thời lượng của người học; ngưỡng: ', 'Distribution of minutes of learners; thresholds: ') + m.lines.map(function (l) { return S.num(l.minutes, 0); }).join(', ');
    return [S.chart(option, label, 270, table), band];
  }

  // Where no register names forums their ids are addresses, of which the end tells most.
  function short(id) { return /:\/\//.test(id) ? id.split('/').pop() : id; }

  function forums(data) {
    if (!data.forums.length) return h('p.empty', S.t('Không có bài viết nào được tính.', 'No posts that count.'));
    var total = data.weeks.map(function (week, w) { return data.forums.reduce(function (all, f) { return all + Math.max(0, f.posts[w]); }, 0); });
    var highest = data.forums.reduce(function (top, f) { return Math.max(top, Math.max.apply(null, f.posts)); }, 1);
    var columns = [{ label: S.t('Diễn đàn', 'Forum'), value: function (f) { return f.title || f.id; }, cell: function (f) { return [S.name(f.title || f.id), f.title ? h('span.soft', ' ' + f.id) : null]; } }];
    data.weeks.forEach(function (week, w) {
      columns.push({ label: S.t('T', 'W') + week.n, number: true, title: S.date(week.first), value: function (f) { return f.posts[w]; }, cell: function (f) {
        var cell = S.n(S.count(f.posts[w]), 'forum_post', { course_id: data.run.id, forum_id: f.id, course_week: week.n, counted: 'true' });
        if (f.authors[w] > 0) cell.title += S.t(' · ' + f.authors[w] + ' người viết', ' · by ' + f.authors[w] + ' learners');
        return cell;
      } });
    });
    columns.push({ label: S.t('Tổng', 'Total'), number: true, value: sum, cell: function (f) { return f.posts.indexOf(S.HIDDEN) >= 0 ? S.n('≥ ' + S.num(sum(f)), 'forum_post', all(f)) : S.n(S.num(sum(f)), 'forum_post', all(f)); } });
    function all(f) { return { course_id: data.run.id, forum_id: f.id, counted: 'true' }; }
    function sum(f) { return f.posts.reduce(function (a, b) { return a + Math.max(0, b); }, 0); }
    var colours = ['--h5', '--h3', '--review', '--lack', '--met', '--not', '--comp', '--na'];
    var option = {
      legend: { top: 0, type: 'scroll', textStyle: { color: S.css('--soft'), fontSize: 11 }, itemWidth: 12, itemHeight: 9 },
      xAxis: S.axis({ type: 'category', data: data.weeks.map(function (w) { return S.t('Tuần ', 'Week ') + w.n; }) }),
      yAxis: S.axis({ type: 'value', name: S.t('bài viết', 'posts'), minInterval: 1 }),
      series: data.forums.map(function (f, i) { return { name: short(f.id), type: 'bar', stack: 'posts', itemStyle: { color: S.css(colours[i % colours.length]) }, data: f.posts.map(function (v) { return v === S.HIDDEN ? null : v; }) }; })
    };
    return [S.chart(option, S.t('Bài viết theo tuần và diễn đàn, cao nhất ', 'Posts by week and forum, at most ') + Math.max.apply(null, total.concat(highest)), 230, null),
      S.table({ caption: S.t('Bài viết được tính, theo diễn đàn và tuần', 'Posts that count, by forum and week'), columns: columns, rows: data.forums, rowHead: 0, search: false })];
  }

  function exercises(data) {
    if (!data.exercises.length) return h('p.empty', S.t('Không có bài tập nào được tính.', 'No exercises that count.'));
    return [h('div.legend', h('span', h('i.bg-passed'), S.t('hoàn thành, từ 50 %', 'completed, 50 % or more')), h('span', h('i.bg-below'), S.t('hoàn thành, dưới 50 % hoặc chờ chấm', 'completed, below 50 % or not marked yet')), h('span', h('i.bg-none'), S.t('chưa hoàn thành', 'not completed'))),
      S.table({
        caption: S.t('Hoàn thành từng bài tập', 'Completion of each exercise'), rows: data.exercises, rowHead: 0,
        columns: [
          { label: S.t('Bài tập', 'Exercise'), value: function (e) { return e.id + ' ' + e.title; }, cell: function (e) { return [S.name(e.title || e.id), e.title ? h('span.soft', ' ' + e.id) : null]; } },
          { label: S.t('Mức', 'Share'), cell: function (e) { return S.split([['passed', e.passed], ['below', e.below], ['none', e.none]], S.count(e.passed) + ' / ' + S.count(e.below) + ' / ' + S.count(e.none)); } },
          { label: S.t('Từ 50 %', '50 % or more'), number: true, value: function (e) { return e.passed; }, cell: function (e) { return S.n(S.count(e.passed), 'assessment_attempt', { course_id: data.run.id, exercise_id: e.id }); } },
          { label: S.t('Dưới', 'Below'), number: true, value: function (e) { return e.below; }, cell: function (e) { return S.n(S.count(e.below), 'assessment_attempt', { course_id: data.run.id, exercise_id: e.id }); } },
          { label: S.t('Chưa', 'Not yet'), number: true, value: function (e) { return e.none; }, cell: function (e) { return S.n(S.count(e.none), 'learner_course_measure', { course_id: data.run.id }); } },
          { label: S.t('Điểm tốt nhất TB', 'Mean best'), number: true, value: function (e) { return e.mean; }, cell: function (e) { return e.mean === null ? '–' : S.n(S.num(e.mean, 1) + ' %', 'assessment_attempt', { course_id: data.run.id, exercise_id: e.id }); } }]
      })];
  }

  function attendance(data) {
    if (!data.attendance.length) return h('p.empty', S.t('Chưa có buổi học nào được điểm danh.', 'No session was marked.'));
    return [h('div.legend', [['present', 'có mặt', 'present'], ['excused', 'vắng có phép', 'excused'], ['absent', 'vắng', 'absent'], ['unmarked', 'chưa ghi', 'not marked']].map(function (k) { return h('span', h('i.bg-' + k[0]), S.t(k[1], k[2])); })),
      S.table({
        caption: S.t('Điểm danh từng buổi', 'Attendance of each session'), rows: data.attendance, rowHead: 0, search: false,
        columns: [
          { label: S.t('Buổi', 'Session'), value: function (a) { return a.starts; }, cell: function (a) { return [S.name(a.title || a.id), h('span.soft', ' ' + S.date(a.starts))]; } },
          { label: S.t('Mức', 'Share'), cell: function (a) { return S.split([['present', a.present], ['excused', a.excused], ['absent', a.absent], ['unmarked', a.unmarked]], [a.present, a.excused, a.absent, a.unmarked].map(S.count).join(' / ')); } },
          { label: S.t('Có mặt', 'Present'), number: true, value: function (a) { return a.present; }, cell: function (a) { return S.n(S.count(a.present), 'attendance_record', { course_id: data.run.id, session_id: a.id }); } },
          { label: S.t('Có phép', 'Excused'), number: true, value: function (a) { return a.excused; }, cell: function (a) { return S.n(S.count(a.excused), 'attendance_record', { course_id: data.run.id, session_id: a.id }); } },
          { label: S.t('Vắng', 'Absent'), number: true, value: function (a) { return a.absent; }, cell: function (a) { return S.n(S.count(a.absent), 'attendance_record', { course_id: data.run.id, session_id: a.id }); } },
          { label: S.t('Chưa ghi', 'Not marked'), number: true, value: function (a) { return a.unmarked; }, cell: function (a) { return S.n(S.count(a.unmarked), 'attendance_record', { course_id: data.run.id, session_id: a.id }); } }]
      })];
  }

  function funnel(data, one) {
    var left = one.enrolled;
    var key = { course_id: data.run.id, certificate: one.certificate };
    var items = [h('li', h('span.what', S.t('Ghi danh', 'Enrolled')), h('span.left', S.n(S.count(left), 'eligibility_decision', key)), h('span.track', { 'aria-hidden': 'true' }, h('i', { style: { width: '100%' } })))];
    var known = left !== S.HIDDEN;
    var hidden = one.steps.filter(function (step) { return step.count === S.HIDDEN; });
    var told = one.steps.reduce(function (all, step) { return all + Math.max(0, step.count); }, 0);
    function add(lost, reason, detail, keys) {
      left = known ? left - lost : left;
      items.push(h('li', h('span.what', h('span.lost', known ? '−' + S.num(lost) + ' ' : '– '), reason, detail ? h('div.soft', detail) : null),
        h('span.left', known ? S.n(S.num(left), keys.criterion_id ? 'criterion_result' : 'eligibility_decision', keys) : '–'),
        h('span.track', { 'aria-hidden': 'true' }, h('i', { style: { width: (known ? 100 * left / Math.max(1, one.enrolled) : 0) + '%' } }), known ? h('b', { style: { width: 100 * lost / Math.max(1, one.enrolled) + '%' } }) : null)));
    }
    function named(step) {
      if (step.kind === 'criterion') return [h('code', step.criterion), ' ', S.criterion(one.policy, one.certificate, step.criterion).label];
      return { not_applicable: S.t('Không áp dụng', 'Not applicable'), insufficient: S.t('Chưa đủ dữ liệu', 'Insufficient data'), refused: S.t('Người có thẩm quyền bác', 'Refused by a person'), review: S.t('Chờ người quyết', 'Waits for a person'), compensated: S.t('Đạt nhờ bù (vẫn đủ điều kiện)', 'Met by compensation (eligible all the same)'), met: S.t('Đạt (đủ điều kiện)', 'Met (eligible)') }[step.kind];
    }
    function listed(list, text) {
      return list.map(function (e) { return text(e.code) + (e.count === S.HIDDEN ? '' : ' (' + S.num(e.count) + ')'); }).join('; ');
    }
    one.steps.forEach(function (step) {
      if (step.kind === 'met' || step.kind === 'compensated' || step.count === 0 || step.count === S.HIDDEN) return;
      var detail = null;
      if (step.kind === 'insufficient') detail = listed(one.lacking, S.supply);
      if (step.kind === 'review') detail = listed(one.reasons, function (code) { return S.reason(one.policy, code); });
      if (step.kind === 'criterion' && step.failing > step.count) detail = S.t('tổng số không đạt điều kiện này: ', 'failing it in all: ') + S.num(step.failing);
      add(step.count, named(step), detail, step.kind === 'criterion' ? { course_id: data.run.id, certificate: one.certificate, criterion_id: step.criterion } : key);
    });
    // What is hidden one by one may be told together: whoever subtracts knows it anyway.
    if (hidden.length) add(known ? one.enrolled - told : 0, S.t('Gộp các lí do mà mỗi lí do có ít người:', 'Together, each of few learners:'), hidden.map(function (step, i) { return [i ? '; ' : '', named(step)]; }), key);
    var met = one.steps.filter(function (s) { return s.kind === 'met'; })[0].count;
    var compensated = one.steps.filter(function (s) { return s.kind === 'compensated'; })[0].count;
    items.push(h('li.end', h('span.what', h('b', S.t('Đủ điều kiện', 'Eligible')), ' ', h('span.soft', S.n(S.count(met), 'eligibility_decision', Object.assign({ standing_status: 'MET' }, key)), S.t(' đạt', ' met'), compensated ? [', ', S.n(S.count(compensated), 'eligibility_decision', Object.assign({ standing_status: 'MET_BY_COMPENSATION' }, key)), S.t(' đạt nhờ bù', ' by compensation')] : '')),
      h('span.left', S.n(S.count(one.eligible), 'eligibility_decision', Object.assign({ standing_status: S.ELIGIBLE }, key))),
      h('span.track', { 'aria-hidden': 'true' }, h('i', { style: { width: 100 * Math.max(0, met) / Math.max(1, one.enrolled) + '%' } }), h('b', { style: { width: 100 * Math.max(0, compensated) / Math.max(1, one.enrolled) + '%' } }))));
    return h('ol.funnel', items);
  }

  S.pages.course = function (data) {
    var run = data.run;
    var sum = data.heat.sessions.reduce(function (a, b) { return a + b; }, 0);
    var posts = data.forums.reduce(function (all, f) { return all + f.posts.reduce(function (a, b) { return a + Math.max(0, b); }, 0); }, 0);
    var policy = data.funnels.length ? data.funnels[0].policy : '';
    return [
      S.title(S.name(run.title || run.id), [run.id, ' · ', S.date(run.opens), ' – ', S.date(run.closes), ' · ', run.closed ? S.t('đã kết thúc', 'closed') : S.t('đang diễn ra', 'going on'), run.inferred ? S.t(' · suy ra từ nhật ký', ' · inferred from the log') : ''],
        data.learnersPage ? h('a', { href: S.link(data.learnersPage) }, S.t('Từng người học →', 'Each learner →')) : null),
      h('dl.cards',
        S.card(S.t('Ghi danh', 'Enrolled'), S.n(S.count(data.heat.ids.length), 'learner_course_measure', { course_id: run.id }), S.t('người học', 'learners')),
        S.card(S.t('Tuần học', 'Course weeks'), S.n(S.num(run.weeks), 'course_run', { course_id: run.id }), run.gapWeeks.length ? S.t('thiếu nhật ký: tuần ', 'log gaps: week ') + run.gapWeeks.join(', ') : S.t('nhật ký đủ', 'log complete'), run.gapWeeks.length ? 'warn' : ''),
        S.card(S.t('Lượt truy cập', 'Accesses'), S.n(S.num(sum), 'learner_course_week', { course_id: run.id }), S.t('TB ' + S.num(sum / Math.max(1, data.heat.ids.length), 1) + ' mỗi người', S.num(sum / Math.max(1, data.heat.ids.length), 1) + ' a learner')),
        S.card(S.t('Bài viết', 'Posts'), S.n((data.forums.some(function (f) { return f.posts.indexOf(S.HIDDEN) >= 0; }) ? '≥ ' : '') + S.num(posts), 'forum_post', { course_id: run.id, counted: 'true' }), S.t(data.forums.length + ' diễn đàn', data.forums.length + ' forums')),
        data.funnels.map(function (f) { return S.card(S.certificate(f.policy, f.certificate), [S.n(S.count(f.eligible), 'eligibility_decision', { course_id: run.id, certificate: f.certificate, standing_status: S.ELIGIBLE }), h('span.soft', ' / ', S.n(S.count(f.enrolled), 'eligibility_decision', { course_id: run.id, certificate: f.certificate }))], S.t('đủ điều kiện', 'eligible')); })),
      h('div.grid',
        S.panel({
          title: S.t('Lượt truy cập: người học × tuần', 'Accesses: learner × week'), long: true,
          lead: data.eachWeek ? S.t('Mỗi ô là số lượt trong tuần; gạch đỏ: dưới ' + data.eachWeek + ' lượt mà quy định cần.', 'Each cell counts the accesses of a week; underlined in red: below the ' + data.eachWeek + ' that the rules ask for.') : S.t('Mỗi ô là số lượt trong tuần.', 'Each cell counts the accesses of a week.'),
          body: S.heat({ heat: data.heat, weeks: data.weeks, eachWeek: data.eachWeek, gapWeeks: run.gapWeeks, learnersPage: data.learnersPage, courseId: run.id, policy: policy }), tables: ['learner_course_week', 'learner_course_measure']
        }),
        data.funnels.map(function (f) {
          return S.panel({ width: data.funnels.length > 2 ? 'third' : data.funnels.length > 1 ? 'half' : null, title: S.certificate(f.policy, f.certificate), lead: S.t('Từ ghi danh đến đủ điều kiện: mỗi người dừng ở điều kiện đầu tiên không đạt.', 'From enrolled to eligible: each learner is lost at the first criterion that is not met.'), body: funnel(data, f), tables: ['eligibility_decision', 'criterion_result'] });
        }),
        S.panel({ width: 'half', title: S.t('Thời lượng', 'Minutes'), lead: S.t('Nhật ký chỉ ghi thao tác, nên phút là ước lượng: ba cách tính phiên luôn đứng cạnh nhau.', 'A log tells acts only, so minutes are estimated: three session gaps always stand side by side.'), body: [minutes(data), S.hiddenNote()], tables: ['learner_course_measure', 'criterion_result'] }),
        S.panel({ width: 'half', title: S.t('Diễn đàn', 'Forums'), lead: S.t('Bài viết được tính của người học.', 'Posts of learners that count.'), body: forums(data), tables: ['forum_post'] }),
        S.panel({ width: 'half', title: S.t('Bài tập', 'Exercises'), body: h('div.tall', exercises(data)), tables: ['assessment_attempt', 'learner_course_measure'], long: true }),
        S.panel({ width: 'half', title: S.t('Điểm danh', 'Attendance'), body: h('div.tall', attendance(data)), tables: ['attendance_record'] }))
    ];
  };
})();
