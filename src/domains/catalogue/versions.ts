import type { Transaction } from '../../kernel/database/transaction.js';
import { type Class, TimePeriod, v7 } from '../../kernel/model/index.js';
import { OfferingVersion } from './offering-version.js';
import type { Offering } from './offering.js';
import { priceChanges } from './price-changes.js';
import { ProductVersion } from './product-version.js';
import type { Product } from './product.js';
import { tariffPlanContent, tariffRuleContent } from './tariff-content.js';
import { TariffPlanVersion } from './tariff-plan-version.js';
import type { TariffPlan } from './tariff-plan.js';
import { TariffRuleVersion } from './tariff-rule-version.js';
import type { TariffRule } from './tariff-rule.js';
import { offeringContent, productContent, type VersionContent } from './version-content.js';

type Configured = Product | Offering;
type Tariff = TariffRule | TariffPlan;
type Version = ProductVersion | OfferingVersion | TariffRuleVersion | TariffPlanVersion;

/** What tells the versions of products, offerings and tariffs apart. */
interface Versioned<Item, V extends Version> {
  noun: Class<V> & (new () => V);
  table: string;
  /** Field of the version that refers to what is versioned. */
  owner: 'product' | 'offering' | 'rule' | 'plan';
  content: (tx: Transaction, item: Item) => Promise<VersionContent>;
  /** Who configured what has no version yet, where that is known. */
  author: (item: Item) => string | null;
  /** Notes on what is versioned that it has another version. */
  renumber: (item: Item, version: { number: number; by: string; at: Date }) => void;
  /** Whether versions say if they apply to what was sold before: those by which customers are charged. */
  charged: boolean;
}

/** Why something is changed, and who answers for it when that is not the caller, such as whoever proposed what is approved now. */
export interface Why {
  reason?: string | null;
  by?: string;
  /** True: who makes the change records it in words of its own. */
  told?: boolean;
  /** Of tariffs: whether what was sold before is charged by it too. */
  appliesToExisting?: boolean;
}

const configured = {
  author: ({ configuredBy }: Configured) => configuredBy ?? null,
  renumber: (item: Configured, { by, at }: { by: string; at: Date }) =>
    void Object.assign(item, { configuredBy: by, configuredAt: at }),
  charged: false,
};
const products: Versioned<Product, ProductVersion> = {
  ...{ noun: ProductVersion, table: 'product_version', owner: 'product', content: productContent },
  ...configured,
};
const offerings: Versioned<Offering, OfferingVersion> = {
  ...{ noun: OfferingVersion, table: 'offering_version', owner: 'offering', content: offeringContent },
  ...configured,
};

const charged = {
  author: () => null,
  renumber: (item: Tariff, { number }: { number: number }) => void Object.assign(item, { versionNumber: number }),
  charged: true,
};
const tariffRules: Versioned<TariffRule, TariffRuleVersion> = {
  ...{ noun: TariffRuleVersion, table: 'tariff_rule_version', owner: 'rule', content: tariffRuleContent },
  ...charged,
};
const tariffPlans: Versioned<TariffPlan, TariffPlanVersion> = {
  ...{ noun: TariffPlanVersion, table: 'tariff_plan_version', owner: 'plan', content: tariffPlanContent },
  ...charged,
};

/** Changes a product that is locked, and keeps how it was before as a version of its own (PRD-15). */
export const changingProduct = <T>(tx: Transaction, product: Product, why: Why, change: () => Promise<T>) =>
  changing(products, tx, product, why, change);

/** Changes an offering that is locked, and keeps how it was before as a version of its own (PRD-53). */
export const changingOffering = <T>(tx: Transaction, offering: Offering, why: Why, change: () => Promise<T>) =>
  changing(offerings, tx, offering, why, change);

/** Changes a tariff rule that is locked, and keeps what it said before as a version of its own (PRD-72). The caller records it. */
export const changingTariffRule = <T>(tx: Transaction, rule: TariffRule, why: Why, change: () => Promise<T>) =>
  changing(tariffRules, tx, rule, { ...why, told: true }, change);

/** Changes a tariff plan that is locked and has been approved; keeps what it was made of before as a version of its own (PRD-78). The caller records it. */
export const changingTariffPlan = <T>(tx: Transaction, plan: TariffPlan, why: Why, change: () => Promise<T>) =>
  changing(tariffPlans, tx, plan, { ...why, told: true }, change);

/** The version that a product is on now; the first one is written when it has none yet. */
export const productVersion = (tx: Transaction, product: Product) => presentVersion(products, tx, product);

/** The version that an offering is on now; the first one is written when it has none yet. */
export const offeringVersion = (tx: Transaction, offering: Offering) => presentVersion(offerings, tx, offering);

async function changing<Item extends Configured | Tariff, V extends Version, T>(
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
  const { reason = null, by = tx.caller.subject, appliesToExisting = false } = why;
  const number = before.number + 1;
  kind.renumber(item, { number, by, at: tx.at });
  // Tariffs are locked by now: whoever has bought by the former one has done so before this moment, though perhaps since the change began.
  const from = kind.charged ? new Date() : tx.at;
  before.validity = TimePeriod.since(before.validity.from, from);
  // The old one must have its end before the new one begins: only one is without.
  await tx.em.flush();
  addVersion(kind, tx, item, { number, content, from, reason, changes, by, appliesToExisting });
  if (kind.owner !== 'product') priceChanges.tell(tx, { source: kind.owner, id: item.id, mark: String(number) });
  if (why.told) return answer;
  tx.record({
    kind: 'RECORD_CHANGE',
    type: `${kind.owner as 'product' | 'offering'}.changed`,
    subject: item as Configured,
    reason,
    data: { version: number, changes },
  });
  return answer;
}

async function presentVersion<Item extends Configured | Tariff, V extends Version>(
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
  await tx.em.execute(
    `insert into "${kind.table}" ("id", "created_at", "updated_at", "${kind.owner}_id", "number", "validity_from", "content", "changed_fields", "changed_by", "changed_at"${kind.charged ? ', "applies_to_existing"' : ''})
     values (?, ?, ?, ?, 1, ?, ?, '{}', ?, ?${kind.charged ? ', true' : ''}) on conflict do nothing`,
    [
      v7(),
      tx.at,
      tx.at,
      item.id,
      item.createdAt,
      JSON.stringify(await kind.content(tx, item)),
      kind.author(item),
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
  appliesToExisting: boolean;
}

function addVersion<Item extends Configured | Tariff, V extends Version>(
  kind: Versioned<Item, V>,
  tx: Transaction,
  item: Item,
  { number, content, from, reason, changes, by, appliesToExisting }: NewVersion,
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
    ...(kind.charged ? { appliesToExisting } : {}),
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
