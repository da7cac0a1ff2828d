// When a learner was there: days from left to right, hours of the day from top to bottom. Boxes and
// not a picture, so that it takes whatever width and colours there are, on paper too.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;
  var DAY = 86400;

  function iso(day) { return new Date(day * DAY * 1000).toISOString().slice(0, 10); }
  function dayOf(date) { return Date.parse(date + 'T00:00:00Z') / 1000 / DAY; }
  function clock(wall) {
    var minute = Math.floor(wall % DAY / 60);
    return String(Math.floor(minute / 60)).padStart(2, '0') + ':' + String(minute % 60).padStart(2, '0');
  }
  function dated(wall) {
    var date = iso(Math.floor(wall / DAY));
    return new Intl.DateTimeFormat(S.t('vi-VN', 'en-GB'), { weekday: 'short', timeZone: 'UTC' }).format(new Date(date + 'T00:00:00Z')) + ' ' + S.date(date);
  }

  // How far clocks at the course run are ahead of UTC at a second of UTC, in seconds.
  function aheadAt(offsets, second) {
    var ahead = offsets[0][1];
    offsets.forEach(function (offset) { if (offset[0] <= second) ahead = offset[1]; });
    return ahead;
  }
  // Said where clocks change within a session, which may end before it starts otherwise.
  function zoned(session, ahead) {
    if (session.ahead[0] === session.ahead[1]) return '';
    var minutes = Math.abs(ahead) / 60;
    return ' (UTC' + (ahead < 0 ? '\u2212' : '+') + Math.floor(minutes / 60) + (minutes % 60 ? ':' + String(minutes % 60).padStart(2, '0') : '') + ')';
  }

  // The sessions in order, each with its week: a week's row tells how many are its own.
  S.sessionsOf = function (data, one) {
    var numbers = one.times ? one.times.split(' ').map(Number) : [];
    var sessions = [];
    var start = 0;
    var week = 0;
    var left = one.weeks.length ? one.weeks[0][0] : 0;
    for (var i = 0; i < numbers.length; i += 2) {
      while (left === 0) left = one.weeks[++week][0];
      left--;
      start += numbers[i];
      var end = start + numbers[i + 1];
      var ahead = [aheadAt(data.offsets, start), aheadAt(data.offsets, end)];
      sessions.push({ week: data.weeks[week].n, seconds: numbers[i + 1], from: start + ahead[0], to: end + ahead[1], ahead: ahead });
    }
    return sessions;
  };

  function told(session) {
    var sameDay = Math.floor(session.from / DAY) === Math.floor(session.to / DAY);
    return dated(session.from) + ', ' + clock(session.from) + zoned(session, session.ahead[0]) + '–' + (sameDay ? '' : dated(session.to) + ', ') + clock(session.to) + zoned(session, session.ahead[1]) + ', ' + S.num(session.seconds / 60, 1) + ' ' + S.t('phút', 'minutes');
  }

  // A session stands on every day that it touches.
  function bars(sessions, first, days, open) {
    var all = [];
    sessions.forEach(function (session) {
      var end = Math.max(session.from, session.to);
      for (var day = Math.floor(session.from / DAY); day * DAY < end || day === Math.floor(session.from / DAY); day++) {
        var top = Math.max(0, session.from - day * DAY);
        var bottom = Math.min(DAY, end - day * DAY);
        all.push(h('i', {
          title: told(session), onclick: function () { open(session); },
          style: { left: 100 * (day - first) / days + '%', width: 'max(2px, calc(' + 100 / days + '% - 1px))', top: 100 * top / DAY + '%', height: 'max(3px, ' + 100 * (bottom - top) / DAY + '%)' }
        }));
      }
    });
    return all;
  }

  // Days between the weeks, which belong to none.
  function off(weeks, first, days) {
    return weeks.slice(1).map(function (week, i) { return [dayOf(weeks[i].last) + 1, dayOf(week.first)]; }).filter(function (gap) { return gap[0] < gap[1]; }).map(function (gap) {
      return h('s', { title: S.t('Ngoài các tuần học: ', 'In no course week: ') + S.date(iso(gap[0])) + ' – ' + S.date(iso(gap[1] - 1)), style: { left: 100 * (gap[0] - first) / days + '%', width: 100 * (gap[1] - gap[0]) / days + '%' } });
    });
  }

  // What counts in the course run and stands in no week, such as in a week off.
  function elsewhere(one, sessions) {
    var more = one.sessions - sessions.length;
    return more > 0 ? h('p.soft', S.t('Ngoài ra có ' + S.num(more) + ' lượt nằm ngoài các tuần học, tính vào tổng số mà không tính cho tuần nào.', S.num(more) + ' more stand' + (more > 1 ? '' : 's') + ' outside the course weeks: counted in the total and in no week.')) : null;
  }

  // The figure; null where it is not known when sessions were.
  S.sessions = function (data, one, key) {
    if (one.times === null || !data.weeks.length) return null;
    var title = h('h3', S.t('Từng lượt truy cập', 'Each access'), h('span.soft', S.t(' (ngang: ngày, dọc: giờ; giờ ', ' (days across, hours down; time of ') + data.run.zone + ')'));
    var sessions = S.sessionsOf(data, one);
    if (!sessions.length) return h('div.days-of', title, h('p.empty', S.t('Không có lượt nào trong các tuần học.', 'None in the weeks of the course.')), elsewhere(one, sessions));
    var first = dayOf(data.weeks[0].first);
    var last = sessions.reduce(function (day, session) { return Math.max(day, Math.ceil(session.to / DAY) - 1); }, dayOf(data.weeks[data.weeks.length - 1].last));
    var days = last - first + 1;
    function rows(session) { return Object.assign({ course_week: session.week }, key); }
    function number(text, session) { return S.n(text, 'learner_course_week', rows(session)); }
    function open(session) { S.origin(told(session), 'learner_course_week', rows(session)); }
    var label = S.t(sessions.length + ' lượt truy cập từ ' + S.date(iso(first)) + ' đến ' + S.date(iso(last)) + ', theo ngày và giờ; từng lượt ở bảng số liệu bên dưới', sessions.length + ' accesses from ' + S.date(iso(first)) + ' to ' + S.date(iso(last)) + ', by day and hour; each stands in the table of the figures below');
    var picture = h('div.sessions', { role: 'img', 'aria-label': label, style: { '--days': days } },
      h('div.hours', [0, 6, 12, 18, 24].map(function (hour) { return h('span', { style: { top: 100 * hour / 24 + '%' } }, hour + ':00'); })),
      h('div.field', off(data.weeks, first, days), data.weeks.map(function (week) {
        return h('b', { title: S.t('Tuần ', 'Week ') + week.n + ': ' + S.date(week.first) + ' – ' + S.date(week.last), style: { left: 100 * (dayOf(week.first) - first) / days + '%' } }, S.t('T', 'W') + week.n);
      }), bars(sessions, first, days, open)));
    var table = S.table({
      caption: S.t('Từng lượt truy cập', 'Each access'), search: false, rows: sessions, rowHead: 0,
      columns: [
        { label: S.t('Ngày', 'Day'), value: function (s) { return s.from; }, cell: function (s) { return dated(s.from); } },
        { label: S.t('Bắt đầu', 'Start'), number: true, value: function (s) { return s.from % DAY; }, cell: function (s) { return number(clock(s.from) + zoned(s, s.ahead[0]), s); } },
        { label: S.t('Kết thúc', 'End'), number: true, value: function (s) { return s.to; }, cell: function (s) { return number((Math.floor(s.to / DAY) > Math.floor(s.from / DAY) ? dated(s.to) + ' ' : '') + clock(s.to) + zoned(s, s.ahead[1]), s); } },
        { label: S.t('Phút', 'Minutes'), number: true, value: function (s) { return s.seconds; }, cell: function (s) { return number(S.num(s.seconds / 60, 1), s); } },
        { label: S.t('Tuần', 'Week'), value: function (s) { return s.week; }, cell: function (s) { return s.week; } }]
    });
    return h('div.days-of', title, h('figure', S.scrollable(S.t('Từng lượt truy cập', 'Each access'), picture), h('details', h('summary', S.t('Bảng số liệu', 'Table of the figures')), table)), elsewhere(one, sessions), difference(one, sessions));
  };

  // Sessions run from their first to their last event; what counts may be more or less.
  function difference(one, sessions) {
    var seen = sessions.reduce(function (sum, session) { return sum + session.seconds / 60; }, 0);
    var counted = one.weeks.reduce(function (sum, week) { return sum + Number(week[1]); }, 0);
    // Each session is told in whole seconds.
    if (Math.abs(seen - counted) < 1 + sessions.length / 60) return null;
    return h('p.soft', S.t('Từ sự kiện đầu đến sự kiện cuối, các lượt dài ' + S.num(seen, 0) + ' phút; ' + S.num(counted, 0) + ' phút được tính, theo bộ ước lượng của lớp và thời lượng mà nguồn khai báo.',
      'From their first to their last event the accesses took ' + S.num(seen, 0) + ' minutes; ' + S.num(counted, 0) + ' minutes count, by the estimator of the course run and by durations that a source declares.'));
  }
})();
