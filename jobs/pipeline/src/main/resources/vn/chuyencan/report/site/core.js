// What all pages share: language, theme, words, numbers, and where each number comes from.
// Text reaches the page as text nodes only, so that no name of a person or course can be markup.
(function () {
  'use strict';
  var S = (window.Site = { pages: {} });
  var root = document.documentElement;
  var words = window.WORDS;
  S.publication = window.PUBLICATION;
  S.data = JSON.parse(document.getElementById('data').textContent);
  S.kind = document.body.dataset.page;
  S.office = S.publication.audience === 'office';
  S.HIDDEN = -1;

  function vi() { return root.lang === 'vi'; }
  S.t = function (vietnamese, english) { return vi() ? vietnamese : english; };
  S.b = function (both) { return both ? both[vi() ? 0 : 1] || both[0] || both[1] : ''; };

  // h('a.n#id', {href: '…', onclick: f}, 'text', element, [more])
  S.h = function (what, attributes) {
    var match = /^([a-z0-9]+)((?:[.#][\w-]+)*)$/i.exec(what);
    var element = document.createElement(match[1]);
    (match[2].match(/[.#][\w-]+/g) || []).forEach(function (part) {
      if (part[0] === '.') element.classList.add(part.slice(1));
      else element.id = part.slice(1);
    });
    var first = 2;
    if (attributes === null || typeof attributes !== 'object' || attributes.nodeType || Array.isArray(attributes)) {
      first = 1;
    } else {
      Object.keys(attributes).forEach(function (name) {
        var value = attributes[name];
        if (value === null || value === undefined || value === false) return;
        if (name.slice(0, 2) === 'on') element.addEventListener(name.slice(2), value);
        else if (name === 'style') Object.keys(value).forEach(function (key) { element.style.setProperty(key, value[key]); });
        else element.setAttribute(name, value === true ? '' : value);
      });
    }
    append(element, Array.prototype.slice.call(arguments, first));
    return element;
  };
  function append(element, children) {
    children.forEach(function (child) {
      if (child === null || child === undefined || child === false) return;
      if (Array.isArray(child)) append(element, child);
      else element.append(child.nodeType ? child : document.createTextNode(String(child)));
    });
  }
  var h = S.h;

  // Names come from registers and may be written from right to left.
  S.name = function (text) { return h('bdi', text); };

  var formats = {};
  S.num = function (value, digits) {
    if (value === null || value === undefined || value === '') return '–';
    var key = root.lang + digits;
    formats[key] = formats[key] || new Intl.NumberFormat(vi() ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits === undefined ? 2 : digits });
    return formats[key].format(Number(value));
  };
  S.count = function (value) { return value === S.HIDDEN ? '–' : S.num(value, 0); };
  S.percent = function (part, digits) { return S.num(100 * part, digits === undefined ? 1 : digits) + ' %'; };
  S.date = function (iso) {
    if (!iso) return '–';
    var d = iso.slice(0, 10).split('-');
    return vi() ? d[2] + '/' + d[1] + '/' + d[0] : Number(d[2]) + ' ' + ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][d[1] - 1] + ' ' + d[0];
  };
  S.shortDate = function (iso) {
    var d = iso.slice(0, 10).split('-');
    return vi() ? d[2] + '/' + d[1] : Number(d[2]) + '/' + Number(d[1]);
  };
  S.time = function (iso) {
    if (!iso) return '–';
    try {
      return new Intl.DateTimeFormat(vi() ? 'vi-VN' : 'en-GB', { timeZone: S.publication.zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));
    } catch (unknownZone) {
      return iso;
    }
  };

  var MARKS = { MET: '✓', MET_BY_COMPENSATION: '✓', NOT_MET: '✕', NEEDS_REVIEW: '?', INSUFFICIENT_DATA: '…', NOT_APPLICABLE: '–' };
  S.STATUSES = Object.keys(MARKS);
  S.ELIGIBLE = ['MET', 'MET_BY_COMPENSATION'];
  S.status = function (code) { return words.status[code] ? S.b(words.status[code]) : code; };
  S.badge = function (code) {
    return code ? h('span.badge.' + code, h('span', { 'aria-hidden': 'true' }, MARKS[code] || ''), S.status(code)) : h('span.badge.plain', '–');
  };
  function word(kind, code) { return Object.hasOwn(words[kind], code) ? S.b(words[kind][code]) : code; }
  S.unit = function (code) { return word('unit', code); };
  // Of rules of regulations: what a figure counts, of what a result speaks, to whom a report goes.
  S.measured = function (code) { return word('measured', code.replace(/ /g, '_')); };
  S.scope = function (code) { return word('scope', code); };
  S.recipient = function (code) { return word('recipient', code); };
  // Of corrections: what one is about, why it changes nothing.
  S.correction = function (code) { return word('correction', code); };
  S.whyNot = function (code) { return word('why_not', code); };
  // Such as exercise=BT21, as decisions name what is still lacking.
  S.item = function (text, titles) {
    var at = text.indexOf('=');
    var code = text.slice(at + 1);
    return at < 0 ? text : word('item', text.slice(0, at)).replace('{0}', function () { return titles && titles[code] || code; });
  };
  S.supply = function (code) { return words.supply[code] ? S.b(words.supply[code]) : code; };
  S.policy = function (id) { return words.policy[id] || { certificate: {}, reason: {}, title: [id, id] }; };
  S.certificate = function (policy, id) {
    var one = S.policy(policy).certificate[id];
    if (!one) {
      var found = Object.keys(words.policy).filter(function (p) { return words.policy[p].certificate[id]; })[0];
      one = found && words.policy[found].certificate[id];
    }
    return one ? S.b(one.title) : id;
  };
  S.criterion = function (policy, certificate, id) {
    var one = (S.policy(policy).certificate[certificate] || { criterion: {} }).criterion[id];
    return one ? { label: S.b(one.label), law: one.law, citation: one.citation } : { label: id, law: id, citation: '' };
  };
  S.reason = function (policy, code) {
    var one = S.policy(policy).reason[code];
    if (one) return S.b(one);
    var found = Object.keys(words.policy).filter(function (p) { return words.policy[p].reason[code]; })[0];
    return found ? S.b(words.policy[found].reason[code]) : code;
  };

  // Why a record is not accepted, as rejected_record calls it.
  var REJECTIONS = {
    MALFORMED_JSON: ['JSON hỏng', 'Malformed JSON'], INVALID_ENCODING: ['Không phải UTF-8', 'Not UTF-8'], LINE_TOO_LONG: ['Dòng quá dài', 'Line too long'], SOURCE_TRUNCATED: ['Tệp bị cụt', 'File ends too early'],
    SOURCE_CORRUPT: ['Tệp nén bị hỏng', 'Damaged compressed file'], SOURCE_UNKNOWN: ['Tệp dạng lạ', 'File of an unknown kind'], DUPLICATE_KEY: ['Khóa lặp', 'Key given twice'], NOT_A_STATEMENT: ['Không phải câu lệnh', 'Not a statement'], UNKNOWN_PROPERTY: ['Thuộc tính lạ', 'Unknown property'],
    NULL_VALUE: ['Giá trị null', 'Null value'], MISSING_PROPERTY: ['Thiếu thuộc tính', 'Missing property'], WRONG_TYPE: ['Sai kiểu', 'Wrong type'], INVALID_UUID: ['UUID sai', 'Invalid UUID'], INVALID_IRI: ['IRI sai', 'Invalid IRI'],
    INVALID_LANGUAGE: ['Mã ngôn ngữ sai', 'Invalid language'], INVALID_ACTOR: ['Chủ thể sai', 'Invalid actor'], INVALID_OBJECT: ['Đối tượng sai', 'Invalid object'], INVALID_RESULT: ['Kết quả sai', 'Invalid result'], INVALID_SCORE: ['Điểm sai', 'Invalid score'],
    INVALID_DURATION: ['Thời lượng sai', 'Invalid duration'], INVALID_CONTEXT: ['Ngữ cảnh sai', 'Invalid context'], INVALID_TIMESTAMP: ['Thời điểm sai', 'Invalid timestamp'], UNZONED_TIMESTAMP: ['Thời điểm thiếu múi giờ', 'Timestamp without a zone'],
    FUTURE_TIMESTAMP: ['Thời điểm ở tương lai', 'Timestamp in the future'], PAST_TIMESTAMP: ['Thời điểm quá xa', 'Timestamp too long ago'], MISSING_TIMESTAMP: ['Không có thời điểm', 'No timestamp'], INVALID_VERSION: ['Phiên bản xAPI lạ', 'Unknown xAPI version'],
    INVALID_AUTHORITY: ['Thẩm quyền sai', 'Invalid authority'], INVALID_ATTACHMENT: ['Tệp đính kèm sai', 'Invalid attachment'], INVALID_VOIDING: ['Lệnh hủy sai', 'Invalid voiding']
  };
  S.rejection = function (code) { return REJECTIONS[code] ? S.b(REJECTIONS[code]) : code; };

  // The file of a table as text; one that is published in parts has several, which only a pattern names.
  S.file = function (folder, table) { return folder + '/' + table + (S.divided(table) ? '-*.' : '.') + folder; };
  S.divided = function (table) { return ((window.PUBLICATION || {}).divided || []).indexOf(table) >= 0; };
  // Where it is found: of several their folder.
  S.place = function (folder, table) { return '../' + folder + '/' + (S.divided(table) ? '' : table + '.' + folder); };

  // A number, and the rows that it was made of.
  S.n = function (text, table, keys) {
    var where = S.file('csv', table) + (keys ? ' · ' + Object.keys(keys).map(function (key) { return key + '=' + told(keys[key]); }).join(', ') : '');
    return h('a.n', {
      href: S.place('csv', table), title: where, 'aria-label': text === '–' ? S.t('không hiện', 'not shown') : null,
      onclick: function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        origin(text, table, keys || {});
      }
    }, text);
  };
  S.origin = origin;
  // One value, or any of several.
  function told(value) { return Array.isArray(value) ? value.join(' | ') : String(value); }
  function quoted(text) { return "'" + String(text).replace(/'/g, "''") + "'"; }
  function origin(text, table, keys) {
    var conditions = Object.keys(keys).map(function (key) { return key + (Array.isArray(keys[key]) ? ' IN (' + keys[key].map(quoted).join(', ') + ')' : ' = ' + quoted(keys[key])); });
    // The office's folder has no Parquet.
    var file = S.file(S.office ? 'csv' : 'parquet', table);
    var sql = "SELECT * FROM '" + file + "'" + (conditions.length ? '\nWHERE ' + conditions.join('\n  AND ') : '') + ';';
    var rows = [];
    Object.keys(keys).forEach(function (key) { rows.push(h('dt', key), h('dd', S.name(told(keys[key])))); });
    var dialog = h('dialog', { 'aria-labelledby': 'origin-title' },
      h('h2#origin-title', S.t('Số này từ đâu: ', 'Where this comes from: '), S.name(text)),
      h('dl', h('dt', S.t('Bảng', 'Table')), h('dd', h('a', { href: S.link('dictionary.html#table=' + table) }, table)), rows,
        h('dt', S.t('Tệp', 'Files')), h('dd', h('a', { href: S.place('csv', table) }, S.file('csv', table)), S.office ? null : [' · ', h('a', { href: S.place('parquet', table) }, S.file('parquet', table))])),
      h('p.soft', S.t('Hỏi lại bằng DuckDB, trong thư mục của bản công bố:', 'Ask again with DuckDB, in the folder of the publication:')),
      h('pre', { tabindex: '0', 'aria-label': 'SQL' }, sql),
      h('div.actions', h('button.main', { type: 'button', onclick: function () { dialog.close(); } }, S.t('Đóng', 'Close'))));
    dialog.addEventListener('close', function () { dialog.remove(); });
    dialog.addEventListener('click', function (event) { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
  }
  S.source = function (tables) {
    var list = tables.map(function (table, i) { return [i ? ', ' : '', h('a', { href: S.place('csv', table) }, S.file('csv', table).slice(4))]; });
    return h('p.source', S.t('Nguồn: ', 'Source: '), list);
  };
  S.panel = function (options) {
    S.panels = (S.panels || 0) + 1;
    var id = options.id || 'panel-' + S.panels;
    return h('section.panel' + (options.width ? '.' + options.width : '') + (options.long ? '.long' : ''), { 'aria-labelledby': id + '-h', id: id },
      h('h2', { id: id + '-h' }, options.title), options.lead && h('p.lead', options.lead), options.body, options.tables && S.source(options.tables));
  };
  // Leads to a part of the page without touching the address, which keeps language and theme.
  S.jump = function (id, text) {
    return h('a', { href: '#' + id, onclick: function (event) {
      event.preventDefault();
      var part = document.getElementById(id);
      part.setAttribute('tabindex', '-1');
      part.focus({ preventScroll: true });
      part.scrollIntoView();
    } }, text);
  };
  S.card = function (key, value, detail, kind) {
    return h('div.card' + (kind ? '.' + kind : ''), h('dt.k', key), h('dd.v', value), detail && h('dd.d', detail));
  };
  S.hiddenNote = function () {
    return S.office ? null : h('p.soft', S.t('– : không hiện, vì nhóm dưới 5 người hoặc từ đó suy ra được nhóm dưới 5 người.', '– : not shown, for it counts fewer than 5 persons or would reveal such a count.'));
  };
  S.title = function (text, lead, extra) {
    document.title = (text.nodeType ? text.textContent : text) + ' – ' + S.publication.institution;
    return h('div.title', h('div', h('h1', text), lead && h('p.lead', lead)), extra);
  };

  // The hash keeps language, theme and what a page shows: a link can be handed on.
  S.hash = function () {
    var parts = {};
    location.hash.slice(1).split('&').forEach(function (part) {
      var at = part.indexOf('=');
      if (at > 0) { try { parts[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); } catch (broken) { /* what is no text says nothing */ } }
    });
    return parts;
  };
  S.setHash = function (changes) {
    var parts = S.hash();
    Object.keys(changes).forEach(function (key) { if (changes[key] === null) delete parts[key]; else parts[key] = changes[key]; });
    var text = Object.keys(parts).map(function (key) { return key + '=' + encodeURIComponent(parts[key]); }).join('&');
    history.replaceState(null, '', text ? '#' + text : location.pathname.split('/').pop());
  };
  S.link = function (page) {
    var keep = {};
    var now = S.hash();
    if (now.lang) keep.lang = now.lang;
    if (now.theme) keep.theme = now.theme;
    var at = page.indexOf('#');
    var hash = [at >= 0 ? page.slice(at + 1) : ''].concat(Object.keys(keep).map(function (k) { return k + '=' + keep[k]; })).filter(Boolean).join('&');
    return (at >= 0 ? page.slice(0, at) : page) + (hash ? '#' + hash : '');
  };
  function keep(key, value) {
    try { localStorage.setItem('chuyencan.' + key, value); } catch (none) { /* then only the hash keeps it */ }
    var change = {};
    change[key] = value;
    S.setHash(change);
  }
  S.dark = function () {
    return root.dataset.theme ? root.dataset.theme === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  };
  S.setLanguage = function (lang) {
    root.lang = lang;
    keep('lang', lang);
    S.draw();
    document.querySelector('.switches [lang="' + lang + '"]').focus();
  };
  S.setTheme = function (theme) {
    root.dataset.theme = theme;
    keep('theme', theme);
    S.draw();
    document.getElementById('theme').focus();
  };
  S.css = function (name) { return getComputedStyle(root).getPropertyValue(name).trim(); };
})();
