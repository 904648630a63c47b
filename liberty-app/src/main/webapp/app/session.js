/**
 * The signed-in session. The access token lives in this module's memory and nowhere else; what survives a reload is the HttpOnly
 * refresh cookie, which scripts cannot read. Refresh tokens are used once, so tabs of one browser take turns (Web Locks): a token
 * sent twice would end the session.
 */
import { Problem, isAbort } from './problem.js';
import { eventsIn } from './events.js';

/** Says only that someone has signed in here, so that a first visit asks for no refresh that must fail. */
const HINT = 'quantumleap.signed-in';
const REFRESH_BEFORE_EXPIRY_MS = 60_000;
const RETRY_REFRESH_MS = 15_000;

let access = null;
let refreshing = null;
let timer = null;
let ended = () => {};
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('quantumleap.session') : null;

channel?.addEventListener('message', (event) => {
  if (event.data === 'signed-out' && access) drop('elsewhere');
});

document.addEventListener('visibilitychange', () => {
  if (!document.hidden && access && expiresSoon()) refresh().catch(() => schedule(RETRY_REFRESH_MS));
});

/** Called with the reason (`expired`, `elsewhere`, `signed-out`, `signed-out-everywhere` or `signed-out-offline`) whenever the session is over. */
export function onEnd(listener) {
  ended = listener;
}

export function user() {
  return access?.user ?? null;
}

export function hasRole(...roles) {
  return roles.some((role) => access?.user.roles.includes(role));
}

/** Takes up the session that the refresh cookie holds, and answers what a sign-in would; null when there is none. */
export async function restore() {
  if (!hinted()) return null;
  try {
    return await refresh();
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Signs in; `code` is of the second factor, for those who have one. */
export async function signIn(username, password, code) {
  const response = await reach('/api/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(code ? { username, password, code } : { username, password }),
  });
  if (!response.ok) throw await Problem.from(response);
  return accept(await response.json());
}

export const signOut = () => end('/api/auth/logout', 'POST', 'signed-out');

/** Ends every session of the user, on every device. */
export const signOutEverywhere = () => end('/api/auth/sessions', 'DELETE', 'signed-out-everywhere');

async function end(path, method, done) {
  let reason = done;
  try {
    await send(path, { method });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status !== 401) reason = 'signed-out-offline';
  }
  channel?.postMessage('signed-out');
  drop(reason);
}

/** Sends a request with the token. A 401 is answered with one refresh and one more try; after that the session is over. */
export async function send(path, options = {}) {
  if (!access) throw Problem.sessionEnded();
  if (access.expiresAt <= Date.now()) await refresh();
  let response = await attempt(path, options);
  if (response.status === 401) {
    await refresh();
    response = await attempt(path, options);
    if (response.status === 401) {
      drop('expired');
      throw Problem.sessionEnded();
    }
  }
  if (!response.ok) throw await Problem.from(response);
  return response;
}

/** Sends a file and reports how much of it has left. Answers the parsed JSON. */
export async function upload(path, file, options = {}) {
  if (!access) throw Problem.sessionEnded();
  if (access.expiresAt - Date.now() < REFRESH_BEFORE_EXPIRY_MS) await refresh();
  let answer = await attemptUpload(path, file, options);
  if (answer.status === 401) {
    await refresh();
    answer = await attemptUpload(path, file, options);
  }
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  throw Problem.of(answer.status, answer.body, answer);
}

function attempt(path, { method = 'GET', json, accept: accepted = 'application/json', headers: more = {}, signal } = {}) {
  const headers = { ...more, Accept: accepted, Authorization: `Bearer ${access.token}` };
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  return reach(path, { method, headers, signal, body: json === undefined ? undefined : JSON.stringify(json) });
}

async function reach(path, init) {
  try {
    return await fetch(path, { credentials: 'same-origin', cache: 'no-store', redirect: 'error', ...init });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw Problem.unreachable();
  }
}

function attemptUpload(path, file, { onProgress = () => {}, onRows = null, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', onRows ? 'text/event-stream' : 'application/json');
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader('Authorization', `Bearer ${access.token}`);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    if (onRows) {
      request.addEventListener('progress', () => {
        const last = eventsIn(request.responseText).findLast(({ event }) => event === 'progress');
        if (last) onRows(last.data.rows);
      });
    }
    request.addEventListener('load', () => {
      resolve({
        ...outcome(request),
        retryAfter: request.getResponseHeader('Retry-After'),
        requestId: request.getResponseHeader('X-Request-Id'),
      });
    });
    request.addEventListener('error', () => reject(Problem.unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('The upload was cancelled', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** The status and the body of an answer; that of a stream of events is in its last one. */
function outcome(request) {
  if (!(request.getResponseHeader('Content-Type') ?? '').startsWith('text/event-stream')) {
    return { status: request.status, body: parsed(request.responseText) };
  }
  const last = eventsIn(request.responseText).at(-1);
  if (last?.event === 'done') return { status: 200, body: last.data };
  // A stream that was cut says nothing about what became of the file.
  return last?.event === 'error' ? { status: last.data.status, body: last.data } : { status: 0, body: null };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One refresh at a time in this tab, and one at a time among the tabs. */
function refresh() {
  refreshing ??= exclusively(requestRefresh).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function requestRefresh() {
  const response = await reach('/api/auth/refresh', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Requested-With': 'quantumleap' },
  });
  if (response.status === 401 || response.status === 403) {
    drop('expired');
    throw Problem.sessionEnded();
  }
  if (!response.ok) throw await Problem.from(response);
  return accept(await response.json());
}

function exclusively(work) {
  return navigator.locks ? navigator.locks.request('quantumleap.refresh', work) : work();
}

function accept(answer) {
  if (access && access.user.id !== answer.user.id) {
    // Another tab signed in as someone else: what this tab shows is not theirs.
    window.location.reload();
  }
  access = {
    token: answer.access_token,
    expiresAt: Date.now() + answer.expires_in * 1000,
    user: answer.user,
  };
  hint(true);
  schedule(Math.max(answer.expires_in * 1000 - REFRESH_BEFORE_EXPIRY_MS, answer.expires_in * 500));
  return { user: answer.user, mustChangePassword: answer.must_change_password === true };
}

function schedule(delay) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (access) refresh().catch(() => schedule(RETRY_REFRESH_MS));
  }, delay);
}

function expiresSoon() {
  return access.expiresAt - Date.now() < REFRESH_BEFORE_EXPIRY_MS;
}

function drop(reason) {
  clearTimeout(timer);
  const hadSession = access !== null;
  access = null;
  hint(false);
  if (hadSession) ended(reason);
}

function hint(present) {
  try {
    if (present) localStorage.setItem(HINT, 'yes');
    else localStorage.removeItem(HINT);
  } catch {
    // Storage is blocked: every visit asks for a refresh, which is only a little slower.
  }
}

function hinted() {
  try {
    return localStorage.getItem(HINT) !== null;
  } catch {
    return true;
  }
}
