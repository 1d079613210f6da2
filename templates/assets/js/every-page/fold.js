/* A long list of entries that comes open is folded on a narrow screen; an address opens the entry it names. */
(function () {
  'use strict';
  const folds = document.querySelectorAll('.chain-link > details');
  if (!folds.length) return;
  if (matchMedia('(max-width: 61.99rem)').matches) for (const one of folds) one.open = false;
  const reveal = () => {
    for (const one of folds) {
      if (location.hash !== '#' + one.parentElement.id) continue;
      one.open = true;
      one.parentElement.scrollIntoView();
    }
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
