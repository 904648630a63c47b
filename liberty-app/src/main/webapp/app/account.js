/** Signing in, changing the password and signing out; the second factor is in second-factor.js. */
import { announce, byId, disclosure, fill, focusOn, markFields, notice, openDialog, problemNotice, whileBusy } from './dom.js';
import { changePassword } from './api.js';
import { openCosts } from './costs.js';
import { Problem } from './problem.js';
import { openSecondFactor } from './second-factor.js';
import { signIn, signOut, signOutEverywhere, user } from './session.js';

const ENDINGS = {
  expired: ['warning', 'Your session has ended', 'Sign in again; you will be back where you were.'],
  elsewhere: ['info', 'You signed out in another tab', null],
  'signed-out': ['success', 'You are signed out', null],
  'signed-out-everywhere': ['success', 'You are signed out on every device', null],
  'signed-out-offline': [
    'warning',
    'You are signed out on this page only',
    'The server could not be reached to end the session, so it lasts until it expires. Close the browser on a shared computer.',
  ],
};

/** Shows the sign-in form, with the reason when a session has just ended. */
export function showSignIn(reason, problem, retry) {
  const message = byId('sign-in-message');
  if (problem) fill(message, problemNotice(problem, { retry }));
  else if (reason) fill(message, notice(ENDINGS[reason][0], ENDINGS[reason][1], { detail: ENDINGS[reason][2] }));
  else fill(message);
  byId('password').value = '';
  askForCode(false);
  if (reason && reason !== 'expired') byId('username').value = '';
  markFields([
    [byId('username'), null],
    [byId('password'), null],
  ]);
  (byId('username').value ? byId('password') : byId('username')).focus();
}

/** Wires the forms. `onSignedIn` gets what the sign-in answered. */
export function prepareAccount({ onSignedIn }) {
  const form = byId('sign-in-form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const username = byId('username');
    const password = byId('password');
    const complete = markFields([
      [username, username.value.trim() ? null : 'Enter the user name.'],
      [password, password.value ? null : 'Enter the password.'],
    ]);
    if (!complete) return;
    whileBusy(form.querySelector('[type=submit]'), async () => {
      try {
        const answer = await signIn(username.value.trim().toLowerCase(), password.value, byId('sign-in-code').value.trim());
        password.value = '';
        askForCode(false);
        fill(byId('sign-in-message'));
        onSignedIn(answer);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refuseSignIn(error);
      }
    });
  });

  const menu = disclosure(byId('account-button'), byId('account-menu'));
  byId('sign-out').addEventListener('click', (event) => whileBusy(event.currentTarget, signOut));
  byId('sign-out-everywhere').addEventListener('click', (event) => whileBusy(event.currentTarget, signOutEverywhere));
  byId('change-password').addEventListener('click', () => {
    menu.close();
    // The menu is gone when the dialog closes, so the focus goes back to its button.
    byId('account-button').focus();
    openPasswordDialog();
  });
  byId('show-costs').addEventListener('click', () => {
    menu.close();
    byId('account-button').focus();
    openCosts();
  });
  byId('set-up-code').addEventListener('click', () => {
    menu.close();
    byId('account-button').focus();
    openSecondFactor();
  });
  byId('password-form').addEventListener('submit', submitPassword);
  return { closeMenu: menu.close };
}

export function showAccount() {
  // When the session ends by itself, only the password is asked for again.
  byId('username').value = user().username;
  byId('account-name').textContent = user().username;
  byId('account-full-name').textContent = user().username;
  byId('account-roles').textContent = user().roles.join(', ');
}

/** A reminder that stays until the generated password is replaced. */
export function showBanner(mustChangePassword) {
  const banner = byId('banner');
  banner.hidden = !mustChangePassword;
  if (!mustChangePassword) {
    fill(banner);
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button small';
  button.textContent = 'Change password';
  button.dataset.testid = 'banner-change-password';
  button.addEventListener('click', openPasswordDialog);
  fill(banner, document.createTextNode('You are using a password that was set for you. Replace it with your own.'), button);
}

/** Shows the field for a code of the second factor when the server asks for one. */
function askForCode(asked) {
  byId('sign-in-code').value = '';
  byId('sign-in-code-field').hidden = !asked;
}

function refuseSignIn(problem) {
  if (problem.kind === 'second-factor-needed') {
    const again = !byId('sign-in-code-field').hidden;
    askForCode(true);
    fill(
      byId('sign-in-message'),
      notice(again ? 'error' : 'info', again ? 'The code was refused' : 'One more step', {
        detail: again ? 'It is wrong or was used before.' : 'Enter the code that your app shows, or a recovery code.',
        testid: 'code-needed',
      }),
    );
    focusOn(byId('sign-in-code'));
    return;
  }
  const wrong = problem.kind === 'sign-in-refused';
  fill(
    byId('sign-in-message'),
    wrong
      ? notice('error', 'The sign-in was refused', { detail: 'The user name or the password is wrong.', testid: 'sign-in-refused' })
      : problemNotice(problem),
  );
  if (wrong) {
    byId('password').value = '';
    focusOn(byId('password'));
  }
}

export function openPasswordDialog() {
  byId('password-form').reset();
  byId('password-username').value = user()?.username ?? '';
  fill(byId('password-message'));
  markFields([
    [byId('current-password'), null],
    [byId('new-password'), null],
    [byId('repeat-password'), null],
  ]);
  openDialog(byId('password-dialog'));
}

function submitPassword(event) {
  event.preventDefault();
  const [current, next, repeat] = ['current-password', 'new-password', 'repeat-password'].map(byId);
  const length = [...next.value].length;
  const complete = markFields([
    [current, current.value ? null : 'Enter the current password.'],
    [next, newPasswordRefusal(length, next.value === current.value)],
    [repeat, repeat.value === next.value ? null : 'The two new passwords are not the same.'],
  ]);
  if (!complete) return;
  whileBusy(event.target.querySelector('[type=submit]'), async () => {
    try {
      await changePassword(current.value, next.value);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.kind === 'unauthorized') byId('password-dialog').close();
      else fill(byId('password-message'), problemNotice(error));
      return;
    }
    byId('password-form').reset();
    byId('password-dialog').close();
    showBanner(false);
    announce('The password is changed.');
  });
}

function newPasswordRefusal(length, same) {
  if (length < 12) return 'The new password needs at least 12 characters.';
  return same ? 'The new password must differ from the current one.' : null;
}
