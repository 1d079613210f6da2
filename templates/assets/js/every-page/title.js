/* A Chinese title that fills more than a line breaks between words, where the browser can tell them apart; else anywhere. */
(function () {
  'use strict';
  const title = document.querySelector('main h1');
  if (!title || !window.Intl || !Intl.Segmenter || !title.closest('[lang]').lang.startsWith('zh')) return;
  if (title.matches('.phrases') && !/[^，。：；、！？]{13}/.test(title.textContent)) return;
  const words = new Intl.Segmenter('zh', { granularity: 'word' });

  /** The words of a text, each with the marks after it and the number before it. A character that the browser leaves alone
      is part of a word it does not know as a rule: an ending stays with what it follows, any other with what follows it. */
  function pieces(text) {
    const found = [];
    let joined = true;
    for (const { segment, isWordLike } of words.segment(text)) {
      const ending = /^[化性业品件物者率区园县市站场吨亩]$/.test(segment);
      if (joined || ending || !isWordLike) found.push((found.pop() || '') + segment);
      else found.push(segment);
      joined = !ending && /^\p{Script=Han}$|[\d.（《“]$/u.test(segment);
    }
    return found;
  }

  const texts = [...title.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  for (const node of texts) {
    node.replaceWith(...pieces(node.data).flatMap((piece, n) => (n ? [document.createElement('wbr'), piece] : [piece])));
  }
  title.classList.add('phrases');
})();
