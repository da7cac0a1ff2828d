// Draws the page: head, navigation, content, foot; again when language or theme change.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;

  function navigation() {
    var p = S.publication;
    var items = [['index.html', S.t('Đêm', 'Night'), ['night']]];
    if (p.courses.length) {
      var own = p.courses.filter(function (c) { return S.data.run && c.id === S.data.run.id; })[0] || p.courses[0];
      if (p.courses.length <= 4) p.courses.forEach(function (c) { items.push([c.page, /:\/\//.test(c.id) && c.title ? c.title : c.id, S.data.run && S.data.run.id === c.id ? ['course', 'learners'] : []]); });
      else items.push([own.page, S.t('Lớp ', 'Course run ') + own.id, ['course', 'learners']]);
    }
    if (S.office) items.push(['learners.html', S.t('Người học', 'Learners'), ['roll']]);
    items.push(['institution.html', S.t('Cơ sở', 'Institution'), ['institution']], ['health.html', S.t('Sức khỏe dữ liệu', 'Data health'), ['health']], ['dictionary.html', S.t('Từ điển', 'Dictionary'), ['dictionary']]);
    return items.map(function (item) { return h('a', { href: S.link(item[0]), 'aria-current': item[2].indexOf(S.kind) >= 0 ? 'page' : null }, item[1]); });
  }
  function head() {
    var lang = document.documentElement.lang;
    var p = S.publication;
    return [
      h('div.bar',
        h('a.brand', { href: S.link('index.html') }, h('i', { 'aria-hidden': 'true' }), 'Chuyên Cần'),
        h('span.where', S.name(p.institution), ' · ', S.t('đến hết ', 'up to '), S.date(p.asOf), S.office ? S.t(' · phòng đào tạo', ' · office') : S.t(' · phân tích', ' · analysts')),
        h('div.switches', { role: 'group', 'aria-label': S.t('Ngôn ngữ và giao diện', 'Language and theme') },
          h('button', { type: 'button', lang: 'vi', 'aria-pressed': String(lang === 'vi'), 'aria-label': 'VI – tiếng Việt', onclick: function () { S.setLanguage('vi'); } }, 'VI'),
          h('button', { type: 'button', lang: 'en', 'aria-pressed': String(lang === 'en'), 'aria-label': 'EN – English', onclick: function () { S.setLanguage('en'); } }, 'EN'),
          h('button#theme', { type: 'button', onclick: function () { S.setTheme(S.dark() ? 'light' : 'dark'); } }, S.dark() ? S.t('Sáng', 'Light') : S.t('Tối', 'Dark')))),
      h('nav#pages', { 'aria-label': S.t('Các trang', 'Pages') }, navigation())
    ];
  }
  function foot() {
    var p = S.publication;
    return h('div', h('span', 'Chuyên Cần ', p.version), h('span', S.t('Lần chạy ', 'Run '), p.run), h('span', S.t('Múi giờ ', 'Zone '), p.zone), h('a', { href: '../manifest.json' }, 'manifest.json'), h('a', { href: 'assets/echarts-LICENSE.txt' }, 'Apache ECharts (Apache-2.0)'));
  }
  S.draw = function () {
    S.disposeCharts();
    S.panels = 0;
    document.getElementById('skip').textContent = S.t('Tới nội dung', 'Skip to content');
    document.getElementById('top').replaceChildren.apply(document.getElementById('top'), head());
    var content = document.createDocumentFragment();
    content.append(h('div', S.pages[S.kind](S.data)));
    document.getElementById('main').replaceChildren(content);
    document.getElementById('bottom').replaceChildren(foot());
  };
  S.draw();
  // The address keeps language and theme, so going to the content must not put anything else there.
  document.getElementById('skip').addEventListener('click', function (event) {
    event.preventDefault();
    var main = document.getElementById('main');
    main.focus();
    main.scrollIntoView();
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', S.draw);
})();
