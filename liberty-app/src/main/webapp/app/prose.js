/**
 * Shows an answer's text: paragraphs, lists, small tables and **bold**, made as elements. Everything else, HTML included, is
 * shown as the characters that it is.
 */
import { h } from './dom.js';

export function prose(text) {
  return blocks(text.replace(/\r\n?/g, '\n')).map(element);
}

function blocks(text) {
  const result = [];
  let open = null;
  for (const line of text.split('\n')) {
    const kind = kindOf(line);
    if (kind === 'blank') {
      open = null;
      continue;
    }
    if (open?.kind !== kind || kind === 'heading') {
      open = { kind, lines: [] };
      result.push(open);
    }
    open.lines.push(line);
  }
  return result;
}

function kindOf(line) {
  if (line.trim() === '') return 'blank';
  if (/^\s*[-*•] /.test(line)) return 'bullets';
  if (/^\s*\d{1,3}[.)] /.test(line)) return 'numbers';
  if (/^\s*\|.*\|\s*$/.test(line)) return 'table';
  if (/^#{1,6} /.test(line)) return 'heading';
  return 'paragraph';
}

function element({ kind, lines }) {
  switch (kind) {
    case 'bullets':
      return h('ul', {}, lines.map((line) => h('li', {}, inline(line.replace(/^\s*[-*•] /, '')))));
    case 'numbers':
      return h('ol', {}, lines.map((line) => h('li', {}, inline(line.replace(/^\s*\d{1,3}[.)] /, '')))));
    case 'heading':
      return h('p', {}, h('strong', {}, inline(lines[0].replace(/^#+ /, ''))));
    case 'table':
      return grid(lines);
    default:
      return h('p', {}, lines.flatMap((line, index) => (index === 0 ? inline(line) : [h('br'), ...inline(line)])));
  }
}

function inline(text) {
  return text.split(/(\*\*[^*]+\*\*)/).flatMap((part) => {
    const bold = /^\*\*([^*]+)\*\*$/.exec(part);
    return bold ? [h('strong', {}, whole(bold[1]))] : whole(part);
  });
}

/** What a line must not break inside of: a day, and a number with its percent sign or currency. */
const UNBREAKABLE = /(\d{4}-\d{2}-\d{2}|[-\u2212+]?\d[\d,.]*\s(?:%|[A-Z]{3}\b))/;

function whole(text) {
  return text.split(UNBREAKABLE).map((part, index) => (index % 2 === 1 ? h('span', { class: 'nowrap', text: part }) : part));
}

function grid(lines) {
  const rows = lines.map((line) => line.trim().slice(1, -1).split('|').map((cell) => cell.trim()));
  const hasHead = rows.length > 1 && rows[1].every((cell) => /^:?-+:?$/.test(cell));
  const body = hasHead ? rows.slice(2) : rows;
  return h(
    'div',
    { class: 'table-frame', role: 'group', 'aria-label': 'Table in the answer', tabindex: '0' },
    h(
      'table',
      {},
      hasHead && h('thead', {}, h('tr', {}, rows[0].map((cell) => h('th', { scope: 'col' }, inline(cell))))),
      h('tbody', {}, body.map((row) => h('tr', {}, row.map((cell) => h('td', {}, inline(cell)))))),
    ),
  );
}
