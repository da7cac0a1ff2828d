// How well sources tell.
(function () {
  'use strict';
  var S = window.Site;
  var h = S.h;
  S.pages.health = function (data) {
    function panel(json, title, lead, width, key, empty, words) {
      return S.panel({ title: title, lead: lead, width: width, long: true, body: S.published(json, { key: key, empty: empty, words: words }), tables: [json.table] });
    }
    var nothing = S.t('Không có.', 'None.');
    return [
      S.title(S.t('Sức khỏe dữ liệu', 'Data health'), S.t('Nguồn nào im lặng, bản ghi nào bị từ chối, ai và điều gì chưa rõ.', 'Which sources were silent, which records were rejected, who and what nobody knows.')),
      h('div.grid',
        S.panel({ title: S.t('Nguồn', 'Sources'), lead: S.t('Cổng dữ liệu đóng khi hơn ' + S.percent(Number(data.gateShare)) + ' bản ghi của một mẻ bị từ chối.', 'The data gate closes when more than ' + S.percent(Number(data.gateShare)) + ' of a batch are rejected.'), long: true, body: [facts(data.health), data.days.map(S.dayChart)], tables: ['source_health', 'source_day'] }),
        panel(data.rejected, S.t('Bản ghi bị từ chối', 'Rejected records'), S.t('Với tệp và vị trí; nội dung nằm trong kho, không công bố.', 'With file and offset; their text stays in the lake.'), null, [0, 2, 4], nothing),
        panel(data.unresolved, S.t('Chưa rõ của ai', 'Nobody\u2019s traces'), S.t('Tài khoản mà sổ identity không nối với người học nào. ' + data.candidates + ' gợi ý trong identity_candidate.', 'Accounts that the identity register joins to no learner. ' + data.candidates + ' candidates in identity_candidate.'), 'half', [0], nothing),
        panel(data.verbs, S.t('Động từ lạ', 'Unknown verbs'), S.t('Được nhận, không tính vào gì.', 'Accepted, and counted for nothing.'), 'half', [0], nothing),
        panel(data.faults, S.t('Lỗi vô hại', 'Harmless faults'), null, null, [0, 2], nothing),
        panel(data.corrections, S.t('Điều chỉnh không áp dụng', 'Corrections that do not apply'), null, null, [0, 1], nothing, { kind: S.correction, why_not: S.whyNot }),
        panel(data.reconciliation, S.t('Nguồn kể cùng việc', 'Sources that tell of the same acts'), null, null, [0, 1], nothing))
    ];
  };
  // Few sources, many figures: a row a figure.
  function facts(json) {
    var names = json.columns.slice(1);
    return S.table({
      caption: S.b(json.label), search: false, rowHead: 0, rows: names.map(function (c, i) { return [c, i + 1]; }),
      columns: [{ label: S.t('Chỉ số', 'Figure'), cell: function (r) { return [S.b(r[0].label), h('span.soft', ' ' + r[0].name)]; } }].concat(json.rows.map(function (row) {
        return { label: row[0], number: true, cell: function (r) {
          var text = row[r[1]];
          return S.n(text === '' ? '–' : r[0].number ? (/share$/.test(r[0].name) ? S.percent(Number(text), 3) : S.num(text, 3)) : /_day$/.test(r[0].name) ? S.date(text) : text.charAt(0) === '[' ? JSON.parse(text).map(S.date).join(', ') || '–' : text, json.table, { source: row[0] });
        } };
      }))
    });
  }
})();
