import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  type Approved,
  askApproval,
  type Change,
  changeOrHold,
  holding,
  onChangeVerdicts,
  type Saved,
} from '../../kernel/process/index.js';
import type { FieldChange } from '../../kernel/record/index.js';
import { admitApprover } from './catalogue-approvals.js';
import { requireMaintainer } from './maintenance.js';
import { hasEnded, lockRelations, refuseContradiction } from './present-relations.js';
import type {
  ProductRelationAddInput,
  ProductRelationChangeInput,
  ProductRelationEndInput,
} from './product-relation.input.js';
import { relateProducts } from './product-relation.service.js';
import { ProductRelation, ProductRelationKind as Kind } from './product-relation.js';
import { ProductWithdrawal } from './product-withdrawal.js';
import { Product, ProductStatus } from './product.js';
import { changingProduct } from './versions.js';

const at = (field: string) => ['input', field];

/** What is held until somebody else approves it: a new relation, a change of one, or its end. */
type Held =
  { add: ProductRelationAddInput } | { change: ProductRelationChangeInput } | { end: ProductRelationEndInput };

/**
 * Relates two products (PRD-16 to PRD-20); refused with CONTRADICTORY when their kinds or present relations forbid it. Once the product from
 * which the relation starts has been approved, somebody else approves that first (WFL-28).
 */
export const addProductRelation = (
  context: CallContext,
  input: ProductRelationAddInput,
): Promise<Saved<ProductRelation | null>> => changed(context, { add: input });

/**
 * Changes how and until when two products are related, and what is noted about it (PRD-16 to PRD-20). Once the product from which the relation
 * starts has been approved, somebody else approves that first (WFL-28).
 */
export const changeProductRelation = (
  context: CallContext,
  input: ProductRelationChangeInput,
): Promise<Saved<ProductRelation | null>> => changed(context, { change: input });

/** Ends a relation between two products; what customers have stays. One that does not hold yet is taken back. Approved as a change is. */
export const endProductRelation = (
  context: CallContext,
  input: ProductRelationEndInput,
): Promise<Saved<ProductRelation | null>> => changed(context, { end: input });

const inputOf = (held: Held) => ('add' in held ? held.add : 'end' in held ? held.end : held.change);

const make = (tx: Transaction, held: Held, approved: Approved | null): Promise<Change<ProductRelation | null>> =>
  'add' in held
    ? add(tx, held.add, approved)
    : 'end' in held
      ? end(tx, held.end, approved)
      : change(tx, held.change, approved);

const changed = (context: CallContext, held: Held): Promise<Saved<ProductRelation | null>> =>
  changeOrHold(
    context,
    (tx) => make(tx, held, null),
    async (tx, changes) => {
      const { from, to, kind, relation = null } = await asked(tx, held);
      await askApproval(tx, {
        ...{ kind: PRODUCT_RELATION, subject: from, title: `${from.code} ${kind} ${to.code}` },
        ...{ ...holding(changes, held), reason: inputOf(held).reason ?? null },
        ...{ path: at('add' in held ? 'fromId' : 'productRelationId') },
        ...{ regionId: from.owner?.id ?? null, variables: { level: from.level } },
      });
      return relation;
    },
  );

/** The products of what is held, and the relation unless it is new. */
async function asked(
  tx: Transaction,
  held: Held,
): Promise<Pick<ProductRelation, 'from' | 'to' | 'kind'> & { relation?: ProductRelation }> {
  if (!('add' in held)) {
    const { productRelationId } = 'end' in held ? held.end : held.change;
    const relation = await related(tx, productRelationId, null);
    return { ...{ from: relation.from, to: relation.to, kind: relation.kind }, relation };
  }
  await lockRelations(tx);
  const { fromId, toId, kind } = held.add;
  const from = await tx.get(Product, fromId, at('fromId'));
  return { from, to: await tx.get(Product, toId, at('toId'), { lock: false }), kind };
}

/** Kind of approval of a new, changed or ended relation of a product that has been approved (WFL-28). */
const PRODUCT_RELATION = 'PRODUCT_RELATION';

onChangeVerdicts<Product, Held>(PRODUCT_RELATION, {
  ...{ subject: Product, admit: admitApprover },
  lock: async (tx) => void (await lockRelations(tx)),
  make: (tx, held, approved) => make(tx, held, approved),
});

/** The relation with both products, locked with the one from which it starts, whom the caller must maintain. */
async function related(tx: Transaction, id: string, approved: Approved | null): Promise<ProductRelation> {
  const path = at('productRelationId');
  await lockRelations(tx);
  const seen = await tx.get(ProductRelation, id, path, { lock: false });
  const from = (await tx.find(Product, seen.from.id))!;
  if (!approved) await requireMaintainer(tx, from, path);
  if (from.status === ProductStatus.VOID)
    refuse('INVALID_TRANSITION', 'What has left the market is not changed any more.', path);
  const relation = await tx.get(ProductRelation, id, path);
  await tx.em.populate(relation, ['from', 'to']);
  if (hasEnded(relation, tx.at)) refuse('INVALID_STATE', 'It has ended; relate the products anew.', path);
  return relation;
}

async function add(
  tx: Transaction,
  input: ProductRelationAddInput,
  approved: Approved | null,
): Promise<Change<ProductRelation>> {
  const relation = await relateProducts(tx, input, approved);
  const { from, to, kind, selection, note } = relation;
  // As it was asked for: what begins at once begins when it is approved.
  const { validFrom = null, validTo = null } = input;
  const told = { selection: selection ?? null, validFrom, validTo, note: note ?? null };
  return {
    item: relation,
    changes: [{ field: `relation ${kind} ${to.code}`, old: null, new: told }],
    sold: isSold(from),
  };
}

async function change(
  tx: Transaction,
  input: ProductRelationChangeInput,
  approved: Approved | null,
): Promise<Change<ProductRelation>> {
  const relation = await related(tx, input.productRelationId, approved);
  const { from, to, kind } = relation;
  if (input.selection && kind !== Kind.ATTACH)
    refuse('CONTRADICTORY', 'Only ATTACH says how the product comes.', at('selection'));
  const before = shown(relation);
  const validity = changedValidity(tx, relation, input);
  await changingProduct(tx, from, why(input, approved), async () => {
    if (input.selection) relation.selection = input.selection;
    if (input.note !== undefined) relation.note = input.note;
    relation.validity = validity;
    await refuseContradiction(tx, relation);
  });
  const after = shown(relation);
  const changes = fieldsOf(before).flatMap((field): FieldChange[] =>
    before[field] === after[field] ? [] : [{ field, old: before[field], new: after[field] }],
  );
  if (changes.length > 0)
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'product.relation.changed', subject: from, reason: input.reason ?? null },
      data: { kind, toId: tx.idOf(to), toCode: to.code, changes, ...approved },
    });
  return { item: relation, changes: ofRelation(relation, changes), sold: isSold(from) };
}

async function end(
  tx: Transaction,
  input: ProductRelationEndInput,
  approved: Approved | null,
): Promise<Change<ProductRelation | null>> {
  const relation = await related(tx, input.productRelationId, approved);
  const { from, to, kind, validity } = relation;
  if (kind === Kind.REPLACE && (await tx.em.findOne(ProductWithdrawal, { product: from.id, replacedBy: to.id })))
    refuse('IN_USE', `The withdrawal of ${from.code} says that ${to.code} takes its place.`, at('productRelationId'));
  const before = shown(relation);
  const began = validity.from < tx.at;
  await changingProduct(tx, from, why(input, approved), async () => {
    if (began) relation.validity = TimePeriod.since(validity.from, tx.at);
    else tx.em.remove(relation);
  });
  tx.record({
    ...{ kind: 'RECORD_CHANGE', type: 'product.relation.ended', subject: from, reason: input.reason ?? null },
    data: { kind, toId: tx.idOf(to), toCode: to.code, held: began, ...approved },
  });
  const changes = [{ field: `relation ${kind} ${to.code}`, old: before, new: null }];
  return { item: began ? relation : null, changes, sold: isSold(from) };
}

const isSold = ({ status }: Product): boolean => status !== ProductStatus.PENDING_APPROVAL;

const why = ({ reason }: { reason?: string | null }, approved: Approved | null) => ({
  reason: reason ?? null,
  ...(approved ? { by: approved.proposedBy } : {}),
});

/** The period of a relation with its new ends: what has begun keeps its beginning, and nothing ends in the past. */
function changedValidity(
  tx: Transaction,
  { validity }: ProductRelation,
  { validFrom, validTo }: ProductRelationChangeInput,
): TimePeriod {
  const from = validFrom ? new Date(validFrom) : validity.from;
  const to = validTo === undefined ? validity.to : validTo ? new Date(validTo) : null;
  if (validFrom && validity.from <= tx.at && from.getTime() !== validity.from.getTime())
    refuse('CONTRADICTORY', 'It holds already; since when does not change.', at('validFrom'));
  if (from < tx.at && validity.from > tx.at) refuse('IN_THE_PAST', 'The moment has passed.', at('validFrom'));
  if (validTo && to! <= tx.at) refuse('IN_THE_PAST', 'The moment has passed; end the relation.', at('validTo'));
  if (to && to <= from)
    refuse('CONTRADICTORY', 'The period must end after it begins.', at('validTo'), { from: from.toISOString() });
  return TimePeriod.since(from, to);
}

interface Shown {
  selection: string | null;
  validFrom: string;
  validTo: string | null;
  note: string | null;
}

const shown = ({ selection, validity, note }: ProductRelation): Shown => ({
  selection: selection ?? null,
  validFrom: validity.from.toISOString(),
  validTo: validity.to?.toISOString() ?? null,
  note: note ?? null,
});

const fieldsOf = (values: Shown) => Object.keys(values) as (keyof Shown)[];

/** Changes as somebody sees them who approves them beside others. */
const ofRelation = ({ kind, to }: ProductRelation, changes: readonly FieldChange[]): FieldChange[] =>
  changes.map(({ field, ...values }) => ({ field: `relation ${kind} ${to.code} ${field}`, ...values }));
