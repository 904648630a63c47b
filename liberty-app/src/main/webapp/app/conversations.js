/** The list of earlier conversations: opening, renaming, exporting and deleting them. */
import { announce, byId, fill, h, icon, notice, problemNotice, whileBusy } from './dom.js';
import { conversations, deleteConversation, exportConversation, renameConversation } from './api.js';
import { saveAs } from './download.js';
import { moment, plural } from './format.js';
import { Problem } from './problem.js';

/**
 * Shows the list. `shown` is the conversation on the page, `onOpen` opens another one, `onGone` is told when the one on the page
 * was deleted.
 */
export async function listConversations({ shown, onOpen, onGone }) {
  const panel = byId('conversations');
  const again = () => listConversations({ shown, onOpen, onGone });
  fill(panel, h('p', { class: 'menu-head', text: 'Loading' }));
  try {
    const page = await conversations();
    if (page.items.length === 0) {
      fill(panel, h('p', { class: 'menu-head', text: 'No conversations yet.' }));
      return;
    }
    fill(
      panel,
      h('ul', { class: 'conversation-list' }, page.items.map((item) => row(item, { shown, onOpen, onGone, again }))),
      page.next_cursor && h('p', { class: 'menu-head', text: 'Only the newest are listed.' }),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind !== 'unauthorized') fill(panel, problemNotice(error, { title: 'The history could not be loaded', retry: again }));
  }
}

function row(item, { shown, onOpen, onGone, again }) {
  const place = h('div', {});
  const title = h('span', { class: 'conversation-title', text: item.title });
  const refused = (words) => (error) => {
    if (!(error instanceof Problem)) throw error;
    if (error.kind !== 'unauthorized') fill(place, problemNotice(error, { title: words }));
  };
  const open = h(
    'button',
    { type: 'button', class: 'conversation-open', 'aria-current': item.id === shown ? 'true' : null, 'data-testid': 'open-conversation', on: { click: () => onOpen(item.id) } },
    title,
    h('span', { class: 'note', text: `${moment(item.updated_at)} · ${plural(item.turn_count, 'turn', 'turns')}` }),
  );
  const remove = action('trash', 'Delete', item, 'delete-conversation', () =>
    deleteConversation(item.id)
      .then(async () => {
        announce('The conversation is deleted.');
        byId('conversations-button').focus();
        if (item.id === shown) onGone();
        else await again();
      })
      .catch(refused('The conversation was not deleted')),
  );
  const save = action('download', 'Export', item, 'export-conversation', () =>
    exportConversation(item.id)
      .then((file) => saveAs(file, `conversation-${item.id}.md`))
      .then(() => announce('The conversation is saved as a file.'))
      .catch(refused('The conversation was not exported')),
  );
  const rename = action('edit', 'Rename', item, 'rename-conversation', async () => {
    fill(
      place,
      titleForm(item, {
        onSaved: (name) => {
          item.title = name;
          title.textContent = name;
          fill(place);
          announce(`The conversation is now called ${name}.`);
          rename.focus();
        },
        onCancel: () => {
          fill(place);
          rename.focus();
        },
      }),
    );
    place.querySelector('input').select();
  });
  return h('li', { 'data-testid': 'conversation' }, open, h('span', { class: 'button-row tight' }, rename, save, remove), place);
}

function action(symbol, verb, item, testid, work) {
  const button = h(
    'button',
    { type: 'button', class: 'button icon-only', 'aria-label': `${verb} the conversation ${item.title}`, title: verb, 'data-testid': testid },
    icon(symbol),
  );
  button.addEventListener('click', () => whileBusy(button, work));
  return button;
}

function titleForm(item, { onSaved, onCancel }) {
  const input = h('input', { type: 'text', maxlength: '200', required: true, autocomplete: 'off', 'aria-label': 'Title of the conversation', value: item.title, 'data-testid': 'conversation-title' });
  const message = h('div', { role: 'alert' });
  const save = h('button', { type: 'submit', class: 'button primary small', text: 'Rename', 'data-testid': 'save-title' });
  const cancel = h('button', { type: 'button', class: 'button small', text: 'Cancel', on: { click: onCancel } });
  const form = h('form', { class: 'title-form', novalidate: true }, input, h('span', { class: 'button-row tight' }, cancel, save), message);
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (name === '') {
      fill(message, notice('error', 'Give the conversation a title.'));
      input.focus();
      return;
    }
    whileBusy(save, async () => {
      try {
        onSaved((await renameConversation(item.id, name)).title);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.kind !== 'unauthorized') fill(message, problemNotice(error, { title: 'The title was not saved' }));
      }
    });
  });
  return form;
}
