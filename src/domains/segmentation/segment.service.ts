import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import { activeEmployee } from '../organisation/index.js';
import {
  Customer,
  CustomerSegment,
  SegmentConflict,
  SegmentDimension,
  SegmentMembership,
  SegmentPriority,
  SegmentStatus,
} from '../customer/index.js';
import { InternalOrganization } from '../party/index.js';
import { segmentVariables } from './fact-sources.js';
import { lockCustomers, openMemberships, place } from './place-customers.js';
import type {
  CustomerSegmentSaveInput,
  SegmentDimensionSaveInput,
  SegmentMembersInput,
  SegmentMergeInput,
  SegmentRetireInput,
} from './segment.inputs.js';

/** Makes a dimension, or changes the one with the same code (CUS-15, CUS-74). */
export function saveDimension(context: CallContext, input: SegmentDimensionSaveInput): Promise<SegmentDimension> {
  for (const field of ['expression', 'labelExpression'] as const)
    if (input[field]) refuseBadRule(input[field], segmentVariables(), ['input', field], null);
  return context.database.write(context, async (tx) => {
    const { code } = input;
    const known = await tx.em.findOne(SegmentDimension, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const dimension = known ?? tx.add(Object.assign(new SegmentDimension(), { code }));
    const byRule = { dimension, status: SegmentStatus.ACTIVE, condition: { $ne: null } };
    if (
      known &&
      Boolean(input.expression) !== Boolean(known.expression) &&
      (await tx.em.count(CustomerSegment, byRule))
    )
      refuse(
        'CONTRADICTION',
        'The dimension has segments found by rule: they are either made by its expression or written by hand.',
        ['input', 'expression'],
      );
    if (input.labelExpression && !input.expression)
      refuse('CONTRADICTION', 'Names are made only of the classes that an expression makes.', [
        'input',
        'labelExpression',
      ]);
    const changes = applyChanges(dimension, {
      name: input.name,
      onConflict: input.onConflict ?? SegmentConflict.REPLACE,
      expression: input.expression ?? null,
      labelExpression: input.labelExpression ?? null,
    });
    tx.record({ kind: 'RECORD_CHANGE', type: 'segment-dimension.saved', subject: dimension, data: { code, changes } });
    return dimension;
  });
}

/** Makes a segment, or changes the one with the same code (CUS-53, CUS-55). Its members follow at the next refresh. */
export function saveSegment(context: CallContext, input: CustomerSegmentSaveInput): Promise<CustomerSegment> {
  const { code, condition } = input;
  if (condition) refuseBadRule(condition, segmentVariables(), ['input', 'condition']);
  return context.database.write(context, async (tx) => {
    const dimension = await tx.get(SegmentDimension, input.dimensionId, ['input', 'dimensionId'], { lock: false });
    const known = await tx.em.findOne(CustomerSegment, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (known && known.dimension.id !== dimension.id)
      refuse('CONTRADICTION', 'A segment stays in its dimension.', ['input', 'dimensionId']);
    if (known?.status === SegmentStatus.RETIRED)
      refuse('INVALID_STATE', 'A retired segment cannot be changed.', ['input', 'code'], { state: known.status });
    if (dimension.expression && condition !== undefined && condition !== (known?.condition ?? null))
      refuse('CONTRADICTION', 'The rules of this dimension are made by its expression.', ['input', 'condition']);
    const segment = known ?? tx.add(newSegment(tx, code, dimension));
    const validity = TimePeriod.since(
      input.validFrom ? new Date(input.validFrom) : segment.validity.from,
      input.validTo ? new Date(input.validTo) : input.validTo === null ? null : segment.validity.to,
    );
    if (validity.to && validity.to <= validity.from)
      refuse('CONTRADICTION', 'The end lies before the start.', ['input', 'validTo']);
    const owner = input.ownerOrganizationId
      ? await tx.get(InternalOrganization, input.ownerOrganizationId, ['input', 'ownerOrganizationId'], { lock: false })
      : input.ownerOrganizationId;
    const responsible = input.responsibleId
      ? await activeEmployee(tx, input.responsibleId, ['input', 'responsibleId'])
      : input.responsibleId;
    const changes = applyChanges(segment, {
      name: input.name,
      condition,
      rule: input.rule,
      segmentType: input.segmentType,
      features: input.features,
      priority: input.priority ?? undefined,
      ownerOrganization: owner as CustomerSegment['ownerOrganization'],
      responsible: responsible as CustomerSegment['responsible'],
      validity,
    });
    tx.record({ kind: 'RECORD_CHANGE', type: 'customer-segment.saved', subject: segment, data: { code, changes } });
    return segment;
  });
}

/** A segment in use from now on, not yet named. */
export const newSegment = (tx: Transaction, code: string, dimension: SegmentDimension): CustomerSegment =>
  Object.assign(new CustomerSegment(), {
    code,
    dimension,
    status: SegmentStatus.ACTIVE,
    priority: SegmentPriority.MEDIUM,
    validity: TimePeriod.since(tx.at),
  });

/** Puts customers into a list (CUS-15, CUS-56). Refuses with SEGMENT_TAKEN where the dimension admits no replacement. */
export function addSegmentMembers(context: CallContext, input: SegmentMembersInput): Promise<CustomerSegment> {
  return context.database.write(context, async (tx) => {
    const segment = await listSegment(tx, input);
    const ids = await customerKeys(tx, input);
    const customers = await lockCustomers(tx, ids);
    const dimension = segment.dimension;
    if (dimension.onConflict === SegmentConflict.REJECT) {
      const open = await openMemberships(tx, dimension, ids);
      ids.forEach((id, index) => {
        const other = open.get(id)?.segment;
        if (other && other.id !== segment.id)
          refuse(
            'SEGMENT_TAKEN',
            `The customer is in the segment ${other.code} of this dimension.`,
            ['input', 'customerIds', index],
            { segment: other.code },
          );
      });
    }
    await place(tx, dimension, customers, new Map(ids.map((id) => [id, segment])), { auto: false });
    await count(tx, segment);
    return segment;
  });
}

/** Takes customers out of a list; their past stays. Refuses with NOT_A_MEMBER. */
export function removeSegmentMembers(context: CallContext, input: SegmentMembersInput): Promise<CustomerSegment> {
  return context.database.write(context, async (tx) => {
    const segment = await listSegment(tx, input);
    const ids = await customerKeys(tx, input);
    const customers = await lockCustomers(tx, ids);
    const open = await openMemberships(tx, segment.dimension, ids);
    const stranger = ids.findIndex((id) => open.get(id)?.segment.id !== segment.id);
    if (stranger >= 0)
      refuse('NOT_A_MEMBER', 'The customer is not in the segment.', ['input', 'customerIds', stranger]);
    await place(tx, segment.dimension, customers, new Map(), { auto: false });
    await count(tx, segment);
    return segment;
  });
}

async function listSegment(tx: Transaction, input: SegmentMembersInput): Promise<CustomerSegment> {
  const path = ['input', 'segmentId'];
  const segment = await tx.get(CustomerSegment, input.segmentId, path);
  await tx.em.populate(segment, ['dimension']);
  if (segment.condition) refuse('BY_RULE', 'The members of this segment are found by its rule.', path);
  refuseRetired(segment, path);
  return segment;
}

function refuseRetired(segment: CustomerSegment, path: string[]): void {
  if (segment.status === SegmentStatus.RETIRED)
    refuse('INVALID_STATE', 'The segment is retired.', path, { state: segment.status });
}

async function customerKeys(tx: Transaction, { customerIds }: SegmentMembersInput): Promise<string[]> {
  const keys: string[] = [];
  for (const [index, id] of customerIds.entries())
    keys.push((await tx.get(Customer, id, ['input', 'customerIds', index], { lock: false })).id);
  return keys;
}

async function count(tx: Transaction, segment: CustomerSegment): Promise<void> {
  await tx.em.flush();
  segment.memberCount = await tx.em.count(SegmentMembership, {
    segment,
    validity: { to: null },
    customer: { mergedInto: null },
  });
}

/** Ends a segment and moves its members into another one of its dimension; histories keep both (CUS-57). */
export function mergeSegments(context: CallContext, input: SegmentMergeInput): Promise<CustomerSegment> {
  return context.database.write(context, async (tx) => {
    if (input.segmentId === input.intoId)
      refuse('CONTRADICTION', 'A segment is merged into another one.', ['input', 'intoId']);
    const [first, second] = [input.segmentId, input.intoId].sort();
    await tx.get(CustomerSegment, first!, ['input', first === input.segmentId ? 'segmentId' : 'intoId']);
    await tx.get(CustomerSegment, second!, ['input', second === input.segmentId ? 'segmentId' : 'intoId']);
    const segment = await tx.get(CustomerSegment, input.segmentId, ['input', 'segmentId']);
    const into = await tx.get(CustomerSegment, input.intoId, ['input', 'intoId']);
    refuseRetired(segment, ['input', 'segmentId']);
    refuseRetired(into, ['input', 'intoId']);
    if (segment.dimension.id !== into.dimension.id)
      refuse('CONTRADICTION', 'Both segments must be of one dimension.', ['input', 'intoId']);
    segment.mergedInto = into;
    await end(tx, segment, into, input.reason);
    await count(tx, into);
    return into;
  });
}

/** Ends a segment; its members are in none of its dimension until the next refresh (CUS-57). */
export function retireSegment(context: CallContext, input: SegmentRetireInput): Promise<CustomerSegment> {
  return context.database.write(context, async (tx) => {
    const segment = await tx.get(CustomerSegment, input.segmentId, ['input', 'segmentId']);
    refuseRetired(segment, ['input', 'segmentId']);
    await end(tx, segment, null, input.reason);
    return segment;
  });
}

async function end(
  tx: Transaction,
  segment: CustomerSegment,
  into: CustomerSegment | null,
  reason: string,
): Promise<void> {
  await tx.em.populate(segment, ['dimension']);
  const members = await tx.em.find(SegmentMembership, { segment, validity: { to: null } });
  const ids = members.map(({ customer }) => customer.id);
  const customers = await lockCustomers(tx, ids);
  await place(tx, segment.dimension, customers, new Map(ids.map((id) => [id, into])), { auto: false, reason });
  segment.status = SegmentStatus.RETIRED;
  segment.validity = TimePeriod.since(segment.validity.from, tx.at);
  tx.record({
    kind: 'STATE_CHANGE',
    type: 'customer-segment.status.changed',
    subject: segment,
    from: SegmentStatus.ACTIVE,
    to: SegmentStatus.RETIRED,
    reason,
    data: { code: segment.code, mergedInto: into?.code ?? null, members: ids.length },
  });
}
