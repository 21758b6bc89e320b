import { comparedPath } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type Class, decodeId, type Node, nounByName, nounFields, nounOf } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';

/** Where what a process is about belongs. */
export interface ObjectPlace {
  /** The region by which staff see it; null when they see it by none. */
  region: Region | null;
  /** The customer whose it is, or who it is; null for nobody's. */
  customer: Customer | null;
}

const NOWHERE: ObjectPlace = { region: null, customer: null };

/** Fields that lead from a noun to its region and to its customer, as its policies say. */
function pathsOf(noun: Class): { region?: readonly string[] | undefined; customer?: readonly string[] | undefined } {
  const own = nounFields(nounOf(noun)).get('customer');
  const named = own?.kind === 'one' && own.target() === Customer ? ['customer'] : undefined;
  return {
    region: noun === Region ? ['id'] : comparedPath(noun, 'STAFF', 'regionIds'),
    customer: comparedPath(noun, 'CUSTOMER', 'customerId') ?? named,
  };
}

/** The region and the customer of an object: its process is theirs (WFL-35, WFL-40). @param id opaque */
export async function placeOfObject(tx: Transaction, type: string | null, id: string | null): Promise<ObjectPlace> {
  const noun = type && id ? nounByName(type) : undefined;
  if (!noun) return NOWHERE;
  const { region, customer } = pathsOf(noun.target);
  if (!region && !customer) return NOWHERE;
  // It may be new, and not written yet.
  if (tx.em.getUnitOfWork().getPersistStack().size > 0) await tx.em.flush();
  const object = await tx.em.findOne(noun.target as Class<Node>, decodeId(id!)!.uuid as never);
  if (!object) return NOWHERE;
  return {
    region: (await at(tx, object, region)) as Region | null,
    customer: (await at(tx, object, customer)) as Customer | null,
  };
}

/** What a path of references leads to; `id` is where it stands. */
async function at({ em }: Transaction, object: Node, path: readonly string[] = []): Promise<Node | null> {
  let found: Node | null = path.length > 0 ? object : null;
  for (const field of path) {
    if (!found || field === 'id') return found;
    const reference = (found as unknown as Record<string, Node | null | undefined>)[field];
    found = reference ? await em.findOne(reference.constructor as Class<Node>, { id: reference.id } as never) : null;
  }
  return found;
}
