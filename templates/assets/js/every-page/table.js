/* A table that fits its place needs no stop of the Tab key; only one that scrolls keeps it. */
(function () {
  'use strict';
  const regions = document.querySelectorAll('.table-scroll[tabindex]');
  if (!regions.length || !window.ResizeObserver) return;
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) target.tabIndex = target.scrollWidth > target.clientWidth + 1 ? 0 : -1;
  });
  for (const region of regions) watch.observe(region);
})();
