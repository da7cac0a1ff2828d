// Charts: the library draws, and beside each chart stands a table with the same numbers.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;
  var living = [];

  S.disposeCharts = function () {
    living.forEach(function (chart) { chart.dispose(); });
    living = [];
  };
  window.addEventListener('resize', function () { living.forEach(function (chart) { chart.resize(); }); });

  function base() {
    return {
      animation: false,
      textStyle: { fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif', color: S.css('--soft'), fontSize: 12 },
      grid: { left: 8, right: 14, top: 34, bottom: 6, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: S.css('--surface'), borderColor: S.css('--strong-line'), textStyle: { color: S.css('--ink'), fontSize: 12 }, confine: true, valueFormatter: function (number) { return S.num(number); } }
    };
  }
  S.axis = function (options) {
    var line = S.css('--line');
    var label = { color: S.css('--soft'), fontSize: 11 };
    if (options.type === 'value') label.formatter = function (number) { return S.num(number); };
    return Object.assign({
      axisLine: { lineStyle: { color: S.css('--strong-line') } }, axisTick: { show: false }, splitLine: { lineStyle: { color: line } },
      axisLabel: label, nameTextStyle: { color: S.css('--soft'), fontSize: 11 }
    }, options);
  };
  // option: what the library is told; label: what a screen reader hears; table: the same as a table
  S.chart = function (option, label, height, table, onclick) {
    var place = h('div.chart', { role: 'img', 'aria-label': label, style: { height: height + 'px' } });
    var figure = h('figure', place, table && h('details', h('summary', S.t('Bảng số liệu', 'Table of the figures')), table));
    var merged = Object.assign(base(), option);
    requestAnimationFrame(function () {
      if (!place.isConnected) return;
      var chart = window.echarts.init(place, null, { renderer: 'svg' });
      chart.setOption(merged);
      if (onclick) chart.on('click', onclick);
      living.push(chart);
    });
    return figure;
  };

  // Events a day, with silent days marked.
  S.dayChart = function (source) {
    var gaps = source.days.filter(function (day, i) { return source.gaps[i]; });
    var option = {
      xAxis: S.axis({ type: 'category', data: source.days, axisLabel: { color: S.css('--soft'), fontSize: 11, formatter: S.shortDate } }),
      yAxis: S.axis({ type: 'value', name: S.t('sự kiện', 'events') }),
      series: [{ type: 'bar', data: source.events, itemStyle: { color: S.css('--h4') }, barCategoryGap: '15%', name: S.t('Sự kiện', 'Events'),
        markArea: { silent: true, itemStyle: { color: S.css('--not'), opacity: 0.16 }, data: gaps.map(function (day) { return [{ xAxis: day }, { xAxis: day }]; }) } },
        { type: 'scatter', symbol: 'triangle', symbolSize: 9, itemStyle: { color: S.css('--not') }, name: S.t('Không có nhật ký', 'Silent'), data: source.days.map(function (day, i) { return source.gaps[i] ? 0 : null; }) }]
    };
    var table = S.table({
      caption: S.t('Sự kiện mỗi ngày của ', 'Events a day of ') + source.source, search: false,
      rows: source.days.map(function (day, i) { return [day, source.events[i], source.gaps[i]]; }),
      columns: [
        { label: S.t('Ngày', 'Day'), value: function (r) { return r[0]; }, cell: function (r) { return S.date(r[0]); } },
        { label: S.t('Sự kiện', 'Events'), number: true, value: function (r) { return r[1]; }, cell: function (r) { return S.n(S.num(r[1]), 'source_day', { source: source.source, event_date: r[0] }); } },
        { label: S.t('Im lặng', 'Silent'), value: function (r) { return r[2]; }, cell: function (r) { return r[2] ? S.t('có', 'yes') : ''; } }]
    });
    var label = S.t('Số sự kiện mỗi ngày của nguồn ' + source.source + '; ' + gaps.length + ' ngày im lặng', 'Events a day of source ' + source.source + '; ' + gaps.length + ' silent days');
    return h('div.days-of', h('h3', source.source), S.chart(option, label, 190, table),
      gaps.length ? h('p.soft', h('span', { 'aria-hidden': 'true', style: { color: 'var(--not)' } }, '▲ '), S.t('Ngày không có nhật ký: ', 'Days without records: '), gaps.slice(0, 12).map(S.date).join(', '), gaps.length > 12 ? ' …' : '') : null);
  };

  // A row of parts that add up; what is not shown of a sum that is known is as wide as it is.
  S.split = function (parts, label, total) {
    var shown = parts.reduce(function (all, part) { return all + Math.max(0, part[1]); }, 0);
    var hidden = parts.some(function (part) { return part[1] === S.HIDDEN; });
    var sum = hidden && total > shown ? total : shown / (hidden ? 0.92 : 1) || 1;
    return h('div.split', { role: 'img', 'aria-label': label }, parts.filter(function (part) { return part[1] > 0; }).map(function (part) {
      return h('i.bg-' + part[0], { style: { width: 100 * part[1] / sum + '%' } });
    }), hidden && h('i.bg-hidden', { style: { width: 100 * (1 - shown / sum) + '%' } }));
  };
})();
