/* Runs before the first paint: what the reader chose (colours, large type) and the sign that scripts work. */
(function () {
  'use strict';
  const root = document.documentElement;
  const kept = (name) => {
    try { return localStorage.getItem('zhaoshang.' + name); } catch { return null; }
  };
  const theme = kept('theme');
  root.classList.add('js');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (kept('reader') === 'on') root.dataset.reader = '';
})();
