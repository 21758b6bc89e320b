import type { EntityManager } from '@mikro-orm/postgresql';
import { Node } from '../model/noun.js';
import { type Class, nounByName, nounOf } from '../model/registry.js';

/** How an object of the graph is kept: by its noun and key, to be read again when it is shown again. */
interface StoredNode {
  $noun: string;
  $key: string;
}

/** An object that is no noun, restored: an instance of a class, as whatever else domains answer with. */
class StoredObject {}

/** A value that a mutation answered with, as JSON: nouns by their keys, all else by value. */
export function storeValue(value: unknown): unknown {
  if (value instanceof Node)
    return { $noun: nounOf(value.constructor as Class).name, $key: value.id } satisfies StoredNode;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(storeValue);
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return null;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, storeValue(member)]),
  );
}

/** The value again: nouns as references by key. */
export function restoreValue(stored: unknown, em: EntityManager): unknown {
  if (Array.isArray(stored)) return stored.map((item) => restoreValue(item, em));
  if (typeof stored !== 'object' || stored === null) return stored;
  if (isStoredNode(stored)) return em.getReference(nounByName(stored.$noun)!.target as never, stored.$key as never);
  const members = Object.entries(stored).map(([name, member]) => [name, restoreValue(member, em)]);
  return Object.assign(new StoredObject(), Object.fromEntries(members));
}

/** Whether a stored value is a noun, and which. */
export function isStoredNode(stored: unknown): stored is StoredNode {
  return typeof stored === 'object' && stored !== null && '$noun' in stored && '$key' in stored;
}
