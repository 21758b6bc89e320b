import { codedError } from '../../kernel/errors/coded-error.js';
import { RequestRefused } from './request-refused.js';

/** What a client may send to name what is to run, whatever the transport. */
export interface OperationRequest {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: unknown;
  /** GraphQL over HTTP, appendix on persisted documents: `sha256:<hash>`, or the bare hash. */
  documentId?: unknown;
  /** Relay's name of the same. */
  doc_id?: unknown;
  /** An older name of Relay's. */
  id?: unknown;
}

/** How a request names a registered document. */
export interface DocumentName {
  hash: string;
  /** Named as Apollo's persisted queries are, whose clients expect their own code when there is none. */
  apollo: boolean;
}

/**
 * The registered document that a request names; undefined when it brings its own text.
 * @throws RequestRefused BAD_REQUEST for a name of no form, or for two that contradict each other.
 */
export function documentNameOf(request: OperationRequest): DocumentName | undefined {
  const text = typeof request.query === 'string' && request.query !== '';
  // Beside a text, `id` is some number of the client's own.
  const named = [request.documentId, request.doc_id, text ? undefined : request.id].filter((value) => value != null);
  const apollo = persistedHash(request.extensions);
  if (named.length === 0) return apollo === undefined ? undefined : { hash: hashOf(apollo), apollo: true };
  if (named.length > 1 || apollo !== undefined) throw bad('Name the document once.');
  if (text) throw bad('Send a documentId or a query, not both.');
  return { hash: hashOf(named[0]), apollo: false };
}

function persistedHash(extensions: unknown): unknown {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return undefined;
  const { persistedQuery } = extensions;
  if (typeof persistedQuery !== 'object' || persistedQuery === null)
    throw bad('`extensions.persistedQuery` should be an object.');
  return 'sha256Hash' in persistedQuery ? persistedQuery.sha256Hash : null;
}

/** The hash in a document's id: `sha256:` and other names of algorithms before it say nothing that its length does not. */
function hashOf(id: unknown): string {
  const [, hash] = /^(?:[a-z0-9-]{1,20}:)?([\w-]{1,128})$/i.exec(typeof id === 'string' ? id : '') ?? [];
  if (!hash) throw bad('A document id is a hash in hexadecimal digits, such as sha256:ecf4edb4….');
  return hash.toLowerCase();
}

const bad = (message: string) => new RequestRefused([codedError('BAD_REQUEST', message)]);
