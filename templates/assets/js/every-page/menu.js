/* The menu is a <details>; with scripts it also closes by Escape, by a click outside and when the focus leaves it. */
(function () {
  'use strict';
  const menu = document.querySelector('details.menu');
  if (!menu) return;
  const close = () => { menu.open = false; };

  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    close();
    menu.querySelector('summary').focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close();
  });
  document.addEventListener('click', (event) => {
    if (menu.open && !menu.contains(event.target)) close();
  });
})();
