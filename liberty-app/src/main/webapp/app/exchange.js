/**
 * One question and its answer on the way. The question carries a key of its own, so that it is answered and paid once however
 * often it has to be sent; the answer is followed over lost connections, from the last event that came.
 */
import { ask, exchangeEvents, stopExchange } from './api.js';
import { eventsOf } from './events.js';
import { Problem } from './problem.js';

/** How long to wait before each new try after the line was lost; after the last one it is given up. */
const PAUSES_MS = [300, 1000, 2000, 4000, 8000, 15000];

/** How often a question waits for another one of its conversation. */
const MOST_WAITS = 3;

/** The line was lost and did not come back. The same question under the same key goes on where it was. */
export class LostLine extends Error {}

/** A name that no other question has; also where `crypto.randomUUID` is missing, as over plain HTTP. */
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function openExchange(question, key) {
  const controller = new AbortController();
  const { signal } = controller;
  let id = null;
  let last = null;
  let stopped = false;

  /** Asks, or follows what was asked already. */
  function connect() {
    return id === null ? ask(question, { key, last, signal }) : exchangeEvents(id, { last, signal });
  }

  async function* received(response) {
    if ((response.headers.get('Content-Type') ?? '').startsWith('application/json')) {
      yield { event: 'done', data: await response.json() };
      return;
    }
    for await (const event of eventsOf(response)) {
      if (event.id) last = event.id;
      if (event.event === 'start') id = event.data.exchange_id ?? null;
      yield event;
    }
  }

  return {
    key,
    get stopped() {
      return stopped;
    },
    /** The events in order, each once. `onLost` hears of every lost line, `onWait` of a question that has to wait. */
    async *events({ onLost, onWait }) {
      let reached = false;
      let losses = 0;
      let waits = 0;
      for (;;) {
        try {
          const response = await connect();
          reached = true;
          for await (const event of received(response)) {
            if (stopped) {
              // Stopped before the server had said which exchange it is: now it can be told.
              if (id !== null) await stopExchange(id);
              return;
            }
            losses = 0;
            yield event;
            if (event.event === 'done' || event.event === 'error') return;
          }
        } catch (error) {
          if (isBusy(error) && waits < MOST_WAITS) {
            waits += 1;
            onWait();
            await pause(error.retryAfter * 1000, signal);
            continue;
          }
          if (!reached || !isLost(error)) throw error;
        }
        if (losses >= PAUSES_MS.length) throw new LostLine('The line was lost');
        onLost();
        await pause(PAUSES_MS[losses], signal);
        losses += 1;
      }
    },
    /** Stops the answer on the server as well. */
    async stop() {
      stopped = true;
      if (id === null) return;
      controller.abort();
      await stopExchange(id);
    },
    /** Stops reading; the answer goes on and will stand in the history. */
    leave() {
      controller.abort();
    },
  };
}

function isBusy(error) {
  return error instanceof Problem && error.status === 409 && error.retryAfter !== null;
}

/** What a line that breaks looks like: a read that fails, no answer, or one from something in between. */
function isLost(error) {
  return error instanceof TypeError || (error instanceof Problem && [0, 502, 503, 504].includes(error.status));
}

/** Waits, but no longer than until the browser says that it is online again. */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', aborted);
      resolve();
    };
    const aborted = () => {
      done();
      reject(new DOMException('The reader has left', 'AbortError'));
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    signal.addEventListener('abort', aborted);
  });
}
