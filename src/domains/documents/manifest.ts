import { createHash } from 'node:crypto';
import { refuse, type InputPath } from '../../kernel/errors/index.js';

/** A document in a manifest. */
export interface ManifestEntry {
  /** Place in the manifest, from 0. */
  index: number;
  /** Name as the manifest has it; Relay's maps have none. */
  name: string | null;
  /** Hash as the manifest has it, in lower case. */
  hash: string;
  text: string;
}

const APOLLO_FORMAT = 'apollo-persisted-query-manifest';

/** Most documents in one manifest. */
const MAX_ENTRIES = 2_000;

/**
 * The documents of a manifest of Apollo's (`{ format: "apollo-persisted-query-manifest", version: 1, operations: [{ id, name, type,
 * body }] }`) or of Relay's map of hashes to texts.
 * Refuses with INVALID_MANIFEST when it is neither, TOO_MANY beyond 2,000 documents.
 */
export function readManifest(manifest: unknown, path: InputPath): ManifestEntry[] {
  if (!isObject(manifest)) return refuse('INVALID_MANIFEST', 'A manifest is a JSON object.', path);
  const entries = 'format' in manifest ? fromApollo(manifest, path) : fromRelay(manifest, path);
  if (entries.length > MAX_ENTRIES)
    refuse('TOO_MANY', `A manifest may hold at most ${MAX_ENTRIES} documents.`, path, {
      max: MAX_ENTRIES,
      given: entries.length,
    });
  return entries;
}

function fromApollo({ format, version, operations }: Record<string, unknown>, path: InputPath): ManifestEntry[] {
  if (format !== APOLLO_FORMAT || version !== 1)
    return refuse('INVALID_MANIFEST', `The format is not "${APOLLO_FORMAT}", version 1.`, [...path, 'format']);
  if (!Array.isArray(operations))
    return refuse('INVALID_MANIFEST', 'The manifest has no list of operations.', [...path, 'operations']);
  return operations.map((operation: unknown, index) => {
    if (!isObject(operation) || typeof operation['id'] !== 'string' || typeof operation['body'] !== 'string')
      return refuse('INVALID_MANIFEST', 'An operation has an id and a body.', [...path, 'operations', index]);
    const { id, name, body } = operation;
    return { index, name: typeof name === 'string' ? name : null, hash: String(id).toLowerCase(), text: String(body) };
  });
}

function fromRelay(map: Record<string, unknown>, path: InputPath): ManifestEntry[] {
  return Object.entries(map).map(([hash, text], index) => {
    if (typeof text !== 'string')
      return refuse('INVALID_MANIFEST', 'A map has a text for each hash.', [...path, hash.slice(0, 64)]);
    return { index, name: null, hash: hash.toLowerCase(), text };
  });
}

const algorithms = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
]);

/** Whether a hash is that of the text, by the algorithm that its length tells; undefined when the length tells none. */
export function isHashOf(hash: string, text: string): boolean | undefined {
  const algorithm = /^[0-9a-f]+$/.test(hash) ? algorithms.get(hash.length) : undefined;
  return algorithm === undefined ? undefined : createHash(algorithm).update(text).digest('hex') === hash;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
