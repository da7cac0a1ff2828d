// Tables that can be sorted and filtered, with the keyboard too.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;
  var SHOWN = 200;

  function compare(a, b) {
    var none = function (v) { return v === null || v === undefined || v === ''; };
    if (none(a) || none(b)) return none(a) - none(b);
    return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true });
  }
  S.compare = compare;
  S.fold = function (text) {
    // Without marks, so that a name is found however it is typed.
    return String(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
  };

  // Vietnamese lists go by the given name, which stands last.
  S.nameOrder = function (name) {
    var at = name.trim().lastIndexOf(' ');
    return at < 0 ? name : name.trim().slice(at + 1) + ' ' + name.trim().slice(0, at);
  };

  // columns: {label, cell(row), value(row), number, head}; rows: anything
  S.table = function (options) {
    var columns = options.columns;
    var state = { sort: options.sort === undefined ? -1 : options.sort, down: options.down || false, filter: '', most: options.most || SHOWN };
    var body = h('tbody');
    var heads = columns.map(function (column, index) {
      var sortable = column.value && options.rows.length > 1;
      return h('th' + (column.number ? '.num' : ''), { scope: 'col', title: column.title },
        sortable ? h('button', { type: 'button', onclick: function () { state.down = state.sort === index ? !state.down : !!column.number; state.sort = index; fill(); } }, column.label) : column.label);
    });
    var status = h('span.count', { role: 'status' });
    var more = h('button.more', { type: 'button', onclick: function () { state.most = Infinity; fill(); } });
    function fill() {
      var wanted = S.fold(state.filter);
      var rows = options.rows.filter(function (row) {
        return (!wanted || S.fold(columns.map(function (c) { return c.value ? c.value(row) : ''; }).join(' ')).indexOf(wanted) >= 0) && (!options.filter || options.filter(row));
      });
      if (state.sort >= 0) {
        var by = columns[state.sort].value;
        rows = rows.map(function (row, i) { return [by(row), i, row]; }).sort(function (a, b) { return (state.down ? -1 : 1) * compare(a[0], b[0]) || a[1] - b[1]; }).map(function (e) { return e[2]; });
      }
      heads.forEach(function (head, i) {
        if (columns[i].value && options.rows.length > 1) head.setAttribute('aria-sort', i === state.sort ? (state.down ? 'descending' : 'ascending') : 'none');
      });
      body.replaceChildren.apply(body, rows.slice(0, state.most).map(function (row) {
        var tr = h('tr' + (options.rowClass ? options.rowClass(row) : ''));
        columns.forEach(function (column, i) {
          var head = options.rowHead === i;
          tr.append(h((head ? 'th' : 'td') + (column.number ? '.num' : ''), head ? { scope: 'row' } : {}, column.cell(row)));
        });
        return tr;
      }));
      if (!rows.length) body.append(h('tr', h('td.empty', { colspan: columns.length }, options.empty || S.t('Không có dòng nào.', 'No rows.'))));
      status.textContent = S.t(S.num(rows.length) + ' / ' + S.num(options.rows.length) + ' dòng', S.num(rows.length) + ' of ' + S.num(options.rows.length) + ' rows');
      more.hidden = rows.length <= state.most;
      more.textContent = S.t('Hiện cả ' + S.num(rows.length) + ' dòng', 'Show all ' + S.num(rows.length) + ' rows');
    }
    fill();
    var tools = null;
    if (options.search !== false && options.rows.length > 8 || options.tools) {
      tools = h('div.tools', options.search !== false && options.rows.length > 8 && h('label', S.t('Lọc', 'Filter'), h('input', { type: 'search', oninput: function (event) { state.filter = event.target.value; fill(); } })), options.tools, status);
    }
    var out = h('div', tools, scrollable(options.caption, h('table', h('caption' + (options.showCaption ? '' : '.quiet'), options.caption), h('thead', h('tr', heads)), body)), more);
    out.refill = fill;
    return out;
  };
  // A region that scrolls must be reachable with the keyboard.
  function scrollable(label, content) {
    return h('div.wide', { tabindex: '0', role: 'group', 'aria-label': label }, content);
  }
  S.scrollable = scrollable;

  // A table of the publication as it stands.
  S.published = function (json, options) {
    options = options || {};
    var columns = json.columns.map(function (column, i) {
      return {
        label: S.b(column.label), title: column.name, number: column.number,
        value: function (row) { return column.number && row[i] !== '' ? Number(row[i]) : row[i]; },
        cell: function (row) {
          var text = column.number ? S.num(row[i] === '' ? null : row[i], 6) : row[i];
          if (/^\d{4}-\d\d-\d\d$/.test(text)) text = S.date(text);
          if (column.name === 'reason') text = S.rejection(text);
          if (options.words && options.words[column.name]) text = options.words[column.name](text);
          return options.key && i === options.key[0] ? S.n(text, json.table, keyOf(json, row, options.key)) : column.number ? S.n(text, json.table, keyOf(json, row, options.key || [0])) : S.name(text);
        }
      };
    });
    var all = S.table({ caption: S.b(json.label), columns: columns, rows: json.rows, rowHead: 0, empty: options.empty });
    return json.total > json.rows.length ? h('div', all, h('p.soft', S.t('Còn ' + S.num(json.total - json.rows.length) + ' dòng nữa trong tệp.', S.num(json.total - json.rows.length) + ' more rows are in the file.'))) : all;
  };
  function keyOf(json, row, places) {
    var key = {};
    places.forEach(function (i) { if (row[i] !== '') key[json.columns[i].name] = row[i]; });
    return key;
  }
})();
