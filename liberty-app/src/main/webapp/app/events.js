/**
 * Reads a stream of server-sent events from a fetch response (EventSource can send neither a token nor a body). Yields
 * `{event, data}` with the data parsed from JSON, and `id` where the server numbers its events. Lines may end in LF, CR LF or CR and be cut anywhere by the network.
 */
export async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      buffer += value;
      for (;;) {
        const end = /\r\n\r\n|\n\n|\r\r(?!\n)/.exec(buffer);
        if (!end) break;
        const block = buffer.slice(0, end.index);
        buffer = buffer.slice(end.index + end[0].length);
        const parsed = parse(block);
        if (parsed) yield parsed;
      }
    }
  } finally {
    // Leaving the loop early (an error, a stop) ends the request as well.
    reader.cancel().catch(() => {});
  }
}

/** The complete events in a text that may go on. */
export function eventsIn(text) {
  return text.split(/\r\n\r\n|\n\n|\r\r/).slice(0, -1).map(parse).filter(Boolean);
}

function parse(block) {
  let event = 'message';
  let id = null;
  const data = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    if (line === '' || line.startsWith(':')) continue;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'id') id = value;
    if (field === 'data') data.push(value);
  }
  if (data.length === 0) return null;
  return { event, data: JSON.parse(data.join('\n')), ...(id === null ? {} : { id }) };
}
