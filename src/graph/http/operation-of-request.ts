import { createHash } from 'node:crypto';
import type { ClientRights } from '../documents/document-source.js';
import type { Admitted } from '../documents/gate.js';
import type { OperationRequest } from '../documents/operation-request.js';
import type { Exchange, Reply } from './exchange.js';

const names = ['documentId', 'doc_id', 'id'] as const;

/** What an HTTP request asks to run; undefined when it is not an object, which the pipeline refuses. */
export function requestOf(method: string, body: unknown, search: string): OperationRequest | undefined {
  if (method === 'POST') return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) ?? undefined;
  return {
    ...Object.fromEntries(['query', 'operationName', ...names].map((name) => [name, text(name)])),
    variables: parsed(text('variables')),
    extensions: parsed(text('extensions')),
  };
}

/** Text that is no JSON is refused by the pipeline. */
function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The request with the text of its document in place of its name. */
export function withText(
  { method, search }: Exchange,
  body: unknown,
  { query }: Admitted,
): { search: string; body: unknown } {
  if (method === 'POST') {
    const { documentId: _documentId, doc_id: _docId, id: _id, extensions, ...rest } = body as OperationRequest;
    const left = withoutPersisted(extensions);
    return { search, body: { ...rest, query, ...(left === undefined ? {} : { extensions: left }) } };
  }
  const given = new URLSearchParams(search);
  const left = withoutPersisted(parsed(given.get('extensions') ?? undefined));
  for (const name of names) given.delete(name);
  if (given.has('extensions') && left === undefined) given.delete('extensions');
  if (!given.has('query')) given.set('query', query);
  return { search: `?${given}`, body };
}

/** Extensions without the name of the document; undefined when nothing is left, as for any other request. */
function withoutPersisted(extensions: unknown): unknown {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return extensions;
  const { persistedQuery: _persistedQuery, ...rest } = extensions;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/**
 * The answer of a registered document by GET, which the caller's own cache may keep: for as long as the client's rights say, and
 * beyond that with a question whether it is still the same. Answers with errors are not kept.
 */
export function keepable({ req }: Exchange, answer: Reply, { cacheSeconds }: ClientRights): Reply {
  if (answer.status !== 200 || String(answer.body).startsWith('{"errors"')) return answer;
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 32)}"`;
  const headers = {
    ...answer.headers,
    etag,
    'cache-control': cacheSeconds > 0 ? `private, max-age=${cacheSeconds}` : 'private, no-cache',
    vary: 'authorization, accept, origin',
  };
  const known = req.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known?.some((tag) => tag === etag || tag === '*')
    ? { status: 304, headers, body: '' }
    : { ...answer, headers };
}
