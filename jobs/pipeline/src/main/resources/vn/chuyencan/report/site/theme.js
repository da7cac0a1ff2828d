// Before anything is drawn, so that no page flashes in the other theme or language.
(function () {
  'use strict';
  var root = document.documentElement;
  var wanted = {};
  try {
    wanted.theme = localStorage.getItem('chuyencan.theme');
    wanted.lang = localStorage.getItem('chuyencan.lang');
  } catch (none) {
    // Some browsers keep nothing for pages that are opened from a file.
  }
  location.hash.slice(1).split('&').forEach(function (part) {
    var pair = part.split('=');
    if (pair[0] === 'lang' || pair[0] === 'theme') wanted[pair[0]] = pair[1];
  });
  root.classList.remove('no-js');
  root.lang = wanted.lang === 'en' ? 'en' : 'vi';
  if (wanted.theme === 'dark' || wanted.theme === 'light') root.dataset.theme = wanted.theme;
})();
