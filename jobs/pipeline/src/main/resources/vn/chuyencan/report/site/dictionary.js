// The data dictionary: what each column of each table and register says.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;

  function id(t) { return (t.register ? 'register-' : '') + t.name; }
  function file(t) { return t.register ? 'registers/' + t.name + '.csv' : t.name; }

  // What a column tells of persons, as the schemas mark it.
  var PERSONAL = {
    subject: ['dữ liệu cá nhân: người mà dòng này nói về', 'personal: the person whose row it is'],
    other: ['dữ liệu cá nhân: một người khác', 'personal: another person'],
    text: ['dữ liệu cá nhân: có thể nêu tên người', 'personal: may name a person']
  };

  function section(t) {
    return h('section.panel.long.dict', { 'aria-labelledby': 'chosen' },
      h('h2#chosen', { tabindex: '-1' }, S.b(t.label), ' ', h('code', file(t))),
      h('p', S.b(t.grain)),
      h('p.soft', S.t('Khóa: ', 'Key: '), h('code', t.key.join(', ')), t.version ? [' · ', S.t('phiên bản ', 'version '), t.version] : null,
        t.published ? [' · ', h('a', { href: S.place('csv', t.name) }, S.file('csv', t.name)), S.office ? null : [' · ', h('a', { href: S.place('parquet', t.name) }, 'parquet')]] : t.register ? null : S.t(' · không nằm trong bản công bố', ' · not in the publication')),
      S.table({
        caption: S.t('Cột của ', 'Columns of ') + t.name, rows: t.columns, rowHead: 0, search: false,
        columns: [
          { label: S.t('Cột', 'Column'), value: function (c) { return c.name; }, cell: function (c) { return [h('code', c.name), h('div.soft', S.b(c.label))]; } },
          { label: S.t('Kiểu, đơn vị', 'Type, unit'), value: function (c) { return c.type + ' ' + c.unit; }, cell: function (c) { return [h('code', c.type), h('div.soft', c.unit, c.empty ? S.t(', có thể trống', ', may be empty') : ''), c.personal ? h('div.soft', h('strong', S.b(PERSONAL[c.personal]))) : null]; } },
          { label: S.t('Ý nghĩa', 'Meaning'), cell: function (c) { return [S.b(c.meaning), c.words.length ? h('div.soft', c.words.map(function (w, i) { return [i ? ' · ' : '', h('code', w)]; })) : null]; } },
          { label: S.t('Nguồn, căn cứ', 'Source, law'), value: function (c) { return c.laws.join(' '); }, cell: function (c) { return [c.source, c.laws.length ? h('div.soft', c.laws.join(', ')) : null]; } },
          { label: S.t('Ví dụ', 'Example'), cell: function (c) { return c.example ? h('code', c.example) : ''; } }]
      }));
  }

  S.pages.dictionary = function (data) {
    var all = data.tables.concat(data.registers.map(function (r) { r.register = true; return r; }));
    var place = h('div');
    var list = h('ul');
    var status = h('span.count', { role: 'status' });
    var bare = location.hash.slice(1).split('&')[0];
    var current = S.hash().table || (bare.indexOf('=') < 0 ? bare : '');
    if (!all.some(function (t) { return id(t) === current; })) current = 'eligibility_decision';
    var text = '';

    function fill() {
      var wanted = S.fold(text);
      var found = all.filter(function (t) { return !wanted || S.fold([t.name, t.label.join(' '), t.grain.join(' ')].concat(t.columns.map(function (c) { return c.name + ' ' + c.label.join(' ') + ' ' + c.laws.join(' ') + ' ' + (c.personal ? PERSONAL[c.personal].join(' ') : ''); })).join(' ')).indexOf(wanted) >= 0; });
      list.replaceChildren.apply(list, found.map(function (t) {
        return h('li', h('a', { href: '#table=' + id(t), 'aria-current': id(t) === current ? 'true' : null, onclick: function (event) { event.preventDefault(); show(id(t), true); } },
          h('span', S.b(t.label), h('small', h('code', file(t)))), h('small.right', t.register ? S.t('sổ', 'register') : t.published ? 'csv' : S.t('kho', 'lake'))));
      }));
      status.textContent = S.t(found.length + ' bảng và sổ', found.length + ' tables and registers');
    }
    function show(name, focus) {
      current = name;
      place.replaceChildren(section(all.filter(function (t) { return id(t) === name; })[0]));
      fill();
      if (focus) {
        S.setHash({ table: name });
        place.querySelector('h2').focus();
      }
    }
    show(current, false);
    return [
      S.title(S.t('Từ điển dữ liệu', 'Data dictionary'), S.t('Mỗi cột: kiểu, đơn vị, ý nghĩa, nguồn, căn cứ, ví dụ. Sinh ra từ chính các lược đồ mà chương trình dùng.', 'Each column: type, unit, meaning, source, law, example. Made of the very schemas that the program uses.')),
      h('div.people',
        h('nav.panel.list', { 'aria-label': S.t('Bảng và sổ', 'Tables and registers') },
          h('div.tools', h('label', S.t('Tìm bảng, cột, căn cứ', 'Find table, column, law'), h('input', { type: 'search', oninput: function (event) { text = event.target.value; fill(); } })), status), list),
        place)
    ];
  };
})();
