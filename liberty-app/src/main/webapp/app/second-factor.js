/** Setting up a second factor for the sign-in (an authenticator app), and giving it up. */
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, secondFactor } from './api.js';
import { announce, byId, fill, h, markFields, notice, openDialog, problemNotice, whileBusy } from './dom.js';
import { Problem } from './problem.js';
import QrCreator from '/webjars/qr-creator/1.0.0/dist/qr-creator.es6.min.js';

const QR_SIZE = 200;

/** Opens the dialog with whatever step comes next for this user. */
export async function openSecondFactor() {
  fill(byId('code-message'));
  fill(byId('code-body'), h('p', { text: 'One moment …' }));
  openDialog(byId('code-dialog'));
  await orSay(async () => showState(await secondFactor()));
}

function showState(state) {
  if (state.active) showActive(state.recovery_codes_left);
  else showPasswordStep();
}

/* Setting up: password, then the app, then the recovery codes */

function showPasswordStep() {
  const password = field('code-password', 'Current password', { type: 'password', autocomplete: 'current-password', maxlength: 128 });
  step(
    [
      h('p', {
        class: 'lead',
        text: 'With a sign-in code, your password alone is not enough: a code from an app on your phone is asked for as well.',
      }),
      password.element,
    ],
    'Set up',
    async () => {
      if (!markFields([[password.input, password.input.value ? null : 'Enter the current password.']])) return;
      showApp(await beginSecondFactor(password.input.value));
    },
  );
  password.input.focus();
}

function showApp({ secret, otpauth_uri: address }) {
  const code = codeField('Code that the app shows');
  const picture = h('div', { class: 'qr', role: 'img', 'aria-label': 'QR code with the key', 'data-testid': 'code-qr' });
  step(
    [
      h('p', { class: 'lead', text: 'Scan this with an authenticator app, or type the key into it.' }),
      picture,
      h('p', { class: 'secret' }, h('code', { text: grouped(secret), 'data-testid': 'code-secret' })),
      code.element,
    ],
    'Confirm',
    async () => {
      if (!markFields([[code.input, code.input.value.trim() ? null : 'Enter the code that the app shows.']])) return;
      showRecoveryCodes((await confirmSecondFactor(code.input.value.trim())).recovery_codes);
    },
  );
  QrCreator.render({ text: address, radius: 0, ecLevel: 'M', fill: '#000', background: '#fff', size: QR_SIZE }, picture);
  code.input.focus();
}

function showRecoveryCodes(codes) {
  const done = button('I have kept them', 'primary', () => byId('code-dialog').close(), 'code-done');
  fill(byId('code-message'), notice('success', 'From now on a code is asked for at sign-in'));
  fill(
    byId('code-body'),
    h('p', {
      class: 'lead',
      text: 'If the phone is lost, each of these recovery codes signs you in once. Keep them where only you can read them: they are not shown again.',
    }),
    h('ul', { class: 'codes', 'data-testid': 'recovery-codes' }, codes.map((code) => h('li', {}, h('code', { text: code })))),
    h('div', { class: 'dialog-row' }, done),
  );
  announce('The sign-in code is set up. Keep the recovery codes.');
  done.focus();
}

/* Giving up */

function showActive(left) {
  const code = codeField('Code that the app shows, or a recovery code');
  step(
    [
      h('p', { class: 'lead', text: `A code is asked for when you sign in. Recovery codes left: ${left}.`, 'data-testid': 'code-state' }),
      code.element,
    ],
    'Give it up',
    async () => {
      if (!markFields([[code.input, code.input.value.trim() ? null : 'Enter a code.']])) return;
      await removeSecondFactor(code.input.value.trim());
      byId('code-dialog').close();
      announce('No code is asked for at sign-in any more.');
    },
  );
  code.input.focus();
}

/* Parts */

function step(parts, label, work) {
  fill(byId('code-message'));
  const save = h('button', { type: 'submit', class: 'button primary', text: label, 'data-testid': 'code-save' });
  const form = h(
    'form',
    { novalidate: true },
    parts,
    h('div', { class: 'dialog-row' }, button('Cancel', '', () => byId('code-dialog').close(), 'code-cancel'), save),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    whileBusy(save, () => orSay(work));
  });
  fill(byId('code-body'), form);
}

function field(id, label, attributes) {
  const input = h('input', { id, required: true, 'data-testid': id, ...attributes });
  return { input, element: h('div', { class: 'field' }, h('label', { for: id, text: label }), input) };
}

const codeField = (label) =>
  field('code-code', label, { type: 'text', autocomplete: 'one-time-code', autocapitalize: 'characters', spellcheck: 'false', maxlength: 64 });

function button(label, kind, click, testid) {
  return h('button', { type: 'button', class: `button ${kind}`.trim(), text: label, 'data-testid': testid, on: { click } });
}

const grouped = (secret) => secret.match(/.{1,4}/g).join(' ');

async function orSay(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'unauthorized') byId('code-dialog').close();
    else fill(byId('code-message'), problemNotice(error, { testid: 'code-problem' }));
  }
}
