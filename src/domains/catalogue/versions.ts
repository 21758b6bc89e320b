import type { Transaction } from '../../kernel/database/transaction.js';
import { type Class, TimePeriod, v7 } from '../../kernel/model/index.js';
import { OfferingVersion } from './offering-version.js';
import type { Offering } from './offering.js';
import { ProductVersion } from './product-version.js';
import type { Product } from './product.js';
import { offeringContent, productContent, type VersionContent } from './version-content.js';

type Version = ProductVersion | OfferingVersion;

/** What tells the versions of products and those of offerings apart. */
interface Versioned<Item, V extends Version> {
  noun: Class<V> & (new () => V);
  /** Field of the version that refers to what is versioned. */
  owner: 'product' | 'offering';
  content: (tx: Transaction, item: Item) => Promise<VersionContent>;
}

/** Why something is changed, and who answers for it when that is not the caller, such as whoever proposed what is approved now. */
export interface Why {
  reason?: string | null;
  by?: string;
  /** True: who makes the change records it in words of its own. */
  told?: boolean;
}

const products: Versioned<Product, ProductVersion> = {
  noun: ProductVersion,
  owner: 'product',
  content: productContent,
};
const offerings: Versioned<Offering, OfferingVersion> = {
  noun: OfferingVersion,
  owner: 'offering',
  content: offeringContent,
};

/** Changes a product that is locked, and keeps how it was before as a version of its own (PRD-15). */
export const changingProduct = <T>(tx: Transaction, product: Product, why: Why, change: () => Promise<T>) =>
  changing(products, tx, product, why, change);

/** Changes an offering that is locked, and keeps how it was before as a version of its own (PRD-53). */
export const changingOffering = <T>(tx: Transaction, offering: Offering, why: Why, change: () => Promise<T>) =>
  changing(offerings, tx, offering, why, change);

/** The version that a product is on now; the first one is written when it has none yet. */
export const productVersion = (tx: Transaction, product: Product) => presentVersion(products, tx, product);

/** The version that an offering is on now; the first one is written when it has none yet. */
export const offeringVersion = (tx: Transaction, offering: Offering) => presentVersion(offerings, tx, offering);

async function changing<Item extends Product | Offering, V extends Version, T>(
  kind: Versioned<Item, V>,
  tx: Transaction,
  item: Item,
  why: Why,
  change: () => Promise<T>,
): Promise<T> {
  const before = await presentVersion(kind, tx, item);
  const answer = await change();
  await tx.em.flush();
  const content = await kind.content(tx, item);
  const changes = differences(before.content, content);
  if (changes.length === 0) return answer;
  const { reason = null, by = tx.caller.subject } = why;
  item.configuredBy = by;
  item.configuredAt = tx.at;
  before.validity = TimePeriod.since(before.validity.from, tx.at);
  // The old one must have its end before the new one begins: only one is without.
  await tx.em.flush();
  const number = before.number + 1;
  addVersion(kind, tx, item, { number, content, from: tx.at, reason, changes, by });
  if (why.told) return answer;
  tx.record({
    kind: 'RECORD_CHANGE',
    type: `${kind.owner}.changed`,
    subject: item,
    reason,
    data: { version: number, changes },
  });
  return answer;
}

async function presentVersion<Item extends Product | Offering, V extends Version>(
  kind: Versioned<Item, V>,
  tx: Transaction,
  item: Item,
): Promise<V> {
  await tx.em.flush();
  const where = { [kind.owner]: item.id, validity: { to: null } };
  const find = async () => (await tx.em.findOne(kind.noun as never, where as never)) as V | null;
  const present = await find();
  if (present) return present;
  // Two operations may write the first one at once, without holding the row: the second one finds that of the first.
  const table = `${kind.owner}_version`;
  await tx.em.execute(
    `insert into "${table}" ("id", "created_at", "updated_at", "${kind.owner}_id", "number", "validity_from", "content", "changed_fields", "changed_by", "changed_at")
     values (?, ?, ?, ?, 1, ?, ?, '{}', ?, ?) on conflict do nothing`,
    [
      v7(),
      tx.at,
      tx.at,
      item.id,
      item.createdAt,
      JSON.stringify(await kind.content(tx, item)),
      item.configuredBy ?? null,
      item.createdAt,
    ],
  );
  return (await find())!;
}

interface NewVersion {
  number: number;
  content: VersionContent;
  from: Date;
  reason: string | null;
  changes: readonly ContentChange[];
  by: string | null;
}

function addVersion<Item extends Product | Offering, V extends Version>(
  kind: Versioned<Item, V>,
  tx: Transaction,
  item: Item,
  { number, content, from, reason, changes, by }: NewVersion,
): V {
  const values = {
    [kind.owner]: item,
    number,
    content,
    validity: TimePeriod.since(from),
    changedFields: changes.map(({ field }) => field),
    changedBy: by,
    changedAt: from,
    reason,
  };
  return tx.add(Object.assign(new kind.noun(), values));
}

interface ContentChange {
  field: string;
  old: unknown;
  new: unknown;
}

function differences(old: VersionContent, now: VersionContent): ContentChange[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .filter((field) => canonical(old[field]) !== canonical(now[field]))
    .map((field) => ({ field, old: old[field] ?? null, new: now[field] ?? null }));
}

/** The database keeps the keys of objects in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
