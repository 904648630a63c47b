/** A named figure in a list of definitions. */
import { h } from './dom.js';

/** A term and its figure; `raw` is the exact value behind the text, `mark` says whether it is good or bad news. */
export function fact(name, text, { mark, testid, note, raw } = {}) {
  const arrow = mark === 'negative' ? '▼ ' : mark === 'positive' ? '▲ ' : '';
  return h(
    'div',
    {},
    h('dt', { text: name }),
    h(
      'dd',
      { class: mark || null, 'data-testid': testid },
      arrow && h('span', { class: 'arrow', 'aria-hidden': 'true', text: arrow }),
      raw === undefined || raw === null ? text : h('data', { value: raw, text }),
      note && h('span', { class: 'note', text: note }),
    ),
  );
}
