/** Tables that scroll inside their own frame, reachable by keyboard, so that the page itself never scrolls sideways. */
import { h } from './dom.js';

/**
 * `columns` are `{name, write, numeric, mark, header, roomy}`: `write` gives a row's text or node, `mark` a class for the cell,
 * `header` makes the cell the row's header, and what is `roomy` is left out on a narrow screen.
 */
export function table({ caption, columns, rows, testid, tall = false }) {
  const frame = h(
    'div',
    { class: `table-frame${tall ? ' tall' : ''}`, role: 'group', 'aria-label': caption },
    h(
      'table',
      { 'data-testid': testid },
      h('caption', { class: 'visually-hidden', text: caption }),
      h(
        'thead',
        {},
        h('tr', {}, columns.map((column) => h('th', { scope: 'col', class: classes(column), text: column.name }))),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            { class: row.rowClass },
            columns.map((column) =>
              h(
                column.header ? 'th' : 'td',
                { scope: column.header ? 'row' : null, class: classes(column, row) },
                column.write(row),
              ),
            ),
          ),
        ),
      ),
    ),
  );
  overflow.observe(frame);
  overflow.observe(frame.firstElementChild);
  return frame;
}

function classes(column, row) {
  const names = [column.numeric && 'numeric', column.roomy && 'roomy', row && column.mark && column.mark(row)].filter(Boolean);
  return names.length === 0 ? null : names.join(' ');
}

/** A frame is a stop for the keyboard only while there is something to scroll to. */
const overflow = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const frame = target.closest('.table-frame');
    if (!frame) continue;
    const scrolls = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight;
    if (scrolls) frame.setAttribute('tabindex', '0');
    else frame.removeAttribute('tabindex');
  }
});

/** A bar as long as the ratio, beside the number that says it. */
export function bar(ratio) {
  const inner = h('span', { class: 'bar-fill' });
  inner.style.width = `${Math.min(100, Math.max(0, ratio * 100))}%`;
  return h('span', { class: 'bar', 'aria-hidden': 'true' }, inner);
}
