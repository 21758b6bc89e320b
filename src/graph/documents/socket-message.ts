/**
 * A message of a WebSocket, with the empty query that graphql-ws insists on where a subscribe message names a registered document
 * instead. What cannot be read is left as it is, for graphql-ws to refuse.
 */
export function withEmptyQuery(text: string): string {
  // Nearly every message has a query or is no subscription: it is not read twice.
  if (
    text.includes('"query"') ||
    !/"(documentId|doc_id|persistedQuery|id)"/.test(text) ||
    !text.includes('"subscribe"')
  )
    return text;
  try {
    const message = JSON.parse(text) as { type?: unknown; payload?: Record<string, unknown> };
    if (message.type !== 'subscribe' || typeof message.payload !== 'object') return text;
    return JSON.stringify({ ...message, payload: { query: '', ...message.payload } });
  } catch {
    return text;
  }
}
