/**
 * Building and finding elements. Data only ever becomes text: nothing here parses a string as HTML, so a portfolio called
 * `<script>` is shown as those eight characters.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** The element with this id; a missing one is a mistake in the page, so it throws. */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element with the id ${id}`);
  return element;
}

/**
 * Makes an element. `class`, `text`, `dataset` and `on` (event listeners by name) are special; every other entry is an
 * attribute, left out when false or null. Children are elements, strings or numbers; null and false are skipped.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name === 'text') element.textContent = value;
    else if (name === 'dataset') Object.assign(element.dataset, value);
    else if (name === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** Puts children in the place of whatever the element held. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** An icon from the sprite, hidden from screen readers: the control around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `/app/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** Tells screen readers, politely; sighted readers see the change itself. */
export function announce(text) {
  const region = byId('announcer');
  // The same text twice is only read twice when the region changes in between.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

/** Moves focus to something that is not in the tab order, such as a heading. */
export function focusOn(element) {
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: false });
}

/**
 * A button that opens and closes a panel next to it. Escape and a click elsewhere close it; Escape gives the focus back.
 */
export function disclosure(button, panel, { onOpen } = {}) {
  const set = (open) => {
    button.setAttribute('aria-expanded', String(open));
    panel.hidden = !open;
    if (open && onOpen) onOpen();
  };
  button.addEventListener('click', () => set(panel.hidden));
  document.addEventListener('click', (event) => {
    if (!panel.hidden && !panel.contains(event.target) && !button.contains(event.target) && event.target.isConnected) set(false);
  });
  for (const element of [button, panel]) {
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      event.stopPropagation();
      set(false);
      button.focus();
    });
  }
  set(false);
  return { close: () => set(false) };
}

/** A message with an icon and, where there is one, a way on. `kind` is error, warning, success or info. */
export function notice(kind, title, { detail, list, action, reference, testid } = {}) {
  const symbols = { error: 'alert', warning: 'alert', success: 'check', info: 'info' };
  return h(
    'div',
    { class: `notice notice-${kind}`, role: kind === 'error' ? 'alert' : 'status', 'data-testid': testid },
    icon(symbols[kind]),
    h(
      'div',
      { class: 'notice-body' },
      h('p', { class: 'notice-title', text: title }),
      detail && h('p', { text: detail }),
      list && list.length > 0 && h('ul', {}, list.map((text) => h('li', { text }))),
      reference && h('p', { class: 'reference', text: `Reference ${reference}` }),
      action,
    ),
  );
}

/** Runs `work` while the button is marked busy and takes no second click. It keeps the focus, unlike a disabled one. */
export async function whileBusy(button, work) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  button.classList.add('busy');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-disabled');
    button.classList.remove('busy');
  }
}

/** A refused request as a message, with a way to try again and, for the server's own faults, the reference for its operator. */
export function problemNotice(problem, { title = problem.title, retry, testid } = {}) {
  const fields = problem.errors.filter((error) => error.line === undefined || error.line === null).map((error) => error.message);
  return notice('error', title, {
    detail: title === problem.title ? problem.advice : [problem.title, problem.advice].filter(Boolean).join('. '),
    list: fields,
    reference: problem.status >= 500 ? problem.reference : null,
    action: retry && retryButton(retry),
    testid,
  });
}

export function retryButton(retry) {
  return h(
    'button',
    { type: 'button', class: 'button small', 'data-testid': 'retry', on: { click: retry } },
    icon('retry'),
    h('span', { text: 'Try again' }),
  );
}

/** Opens a dialog; its buttons marked `data-close` close it, and the browser gives the focus back to where it was. */
export function openDialog(dialog) {
  if (!dialog.dataset.ready) {
    dialog.dataset.ready = 'yes';
    for (const button of dialog.querySelectorAll('[data-close]')) button.addEventListener('click', () => dialog.close());
  }
  dialog.showModal();
}

/** Marks fields as refused and says why under each; the first one gets the focus. */
export function markFields(messages) {
  let first = null;
  for (const [input, message] of messages) {
    clearField(input);
    if (!message) continue;
    const text = h('p', { class: 'field-error', id: `${input.id}-error`, text: message });
    input.closest('.field').append(text);
    input.setAttribute('aria-invalid', 'true');
    input.dataset.describedby = input.getAttribute('aria-describedby') ?? '';
    input.setAttribute('aria-describedby', `${input.dataset.describedby} ${text.id}`.trim());
    first ??= input;
  }
  first?.focus();
  return first === null;
}

function clearField(input) {
  const text = document.getElementById(`${input.id}-error`);
  if (!text) return;
  text.remove();
  input.removeAttribute('aria-invalid');
  if (input.dataset.describedby) input.setAttribute('aria-describedby', input.dataset.describedby);
  else input.removeAttribute('aria-describedby');
}
