/** What the server (or the network) refused, in the terms of RFC 9457. */
export class Problem extends Error {
  constructor({ status = 0, type = 'about:blank', title, detail = null, errors = [], errorCount, instance = null, retryAfter = null }) {
    super(detail ?? title);
    this.name = 'Problem';
    this.status = status;
    this.type = type;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.errorCount = errorCount ?? errors.length;
    /** The request id, by which an operator finds the log line. */
    this.reference = typeof instance === 'string' ? instance.split(':').pop() : null;
    this.retryAfter = retryAfter;
  }

  /** The last part of the type: `invalid-request`, `unmeasurable` and so on. */
  get kind() {
    return this.type.split(':').pop();
  }

  static unreachable() {
    return new Problem({
      title: 'The server cannot be reached',
      detail: 'Check the connection and try again. Nothing you entered is lost.',
    });
  }

  static sessionEnded() {
    return new Problem({ status: 401, type: 'urn:quantumleap:problem:unauthorized', title: 'The session has ended' });
  }

  /** Reads a problem from parsed JSON, tolerating answers that come from something in between, such as a proxy. */
  static of(status, body, { retryAfter = null, requestId = null } = {}) {
    const problem = body !== null && typeof body === 'object' ? body : {};
    return new Problem({
      status,
      type: typeof problem.type === 'string' ? problem.type : undefined,
      title: typeof problem.title === 'string' ? problem.title : `The server answered with status ${status}`,
      detail: typeof problem.detail === 'string' ? problem.detail : null,
      errors: Array.isArray(problem.errors) ? problem.errors : [],
      errorCount: typeof problem.error_count === 'number' ? problem.error_count : undefined,
      instance: typeof problem.instance === 'string' ? problem.instance : requestId,
      retryAfter: retryAfter === null ? null : Number.parseInt(retryAfter, 10) || null,
    });
  }

  static async from(response) {
    let body = null;
    try {
      body = await response.json();
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      // Not JSON: the status is all there is to say.
    }
    return Problem.of(response.status, body, {
      retryAfter: response.headers.get('Retry-After'),
      requestId: response.headers.get('X-Request-Id'),
    });
  }

  /** What to tell the reader, with the wait when the server named one. */
  get advice() {
    const wait = this.retryAfter ? ` Try again in ${this.retryAfter} seconds.` : '';
    return `${this.detail ?? ''}${wait}`.trim();
  }
}

/** True for a request that this page gave up itself. */
export function isAbort(error) {
  return error instanceof Error && error.name === 'AbortError';
}
