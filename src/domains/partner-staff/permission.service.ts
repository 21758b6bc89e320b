import { allowedKinds } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { FunctionPoint, FunctionPointKind, refuseUncovered } from '../access/index.js';
import { type Partner, partnerOf } from '../partner/index.js';
import type { PartnerPermissionsInput } from './operator.inputs.js';
import { PartnerPermission } from './partner-permission.js';

const POINTS = ['input', 'functionPointIds'];

/** Opens function points to a partner, as far as the caller may pass them on (SYS-27, SYS-57). */
export function openToPartner(context: CallContext, input: PartnerPermissionsInput): Promise<Partner> {
  return context.database.write(context, async (tx) => {
    const partner = await partnerOf(tx, input.partnerId, ['input', 'partnerId']);
    const points = await pointsOf(tx, input.functionPointIds);
    const foreign = points.filter((point) => !forPartners(point)).map(({ code }) => code);
    if (foreign.length) refuse('NOT_FOR_PARTNERS', 'Partners cannot use these.', POINTS, { functionPoints: foreign });
    await refuseUncovered(
      tx,
      points.map(({ code }) => ({ code, limit: null })),
      POINTS,
    );
    const open = new Set((await tx.em.find(PartnerPermission, { partner })).map((one) => one.functionPoint.id));
    for (const functionPoint of points) {
      if (open.has(functionPoint.id)) continue;
      open.add(functionPoint.id);
      tx.add(Object.assign(new PartnerPermission(), { partner, functionPoint, grantor: tx.caller.subject }));
    }
    tell(tx, partner, 'partner.permissions.opened', points, input.reason);
    return partner;
  });
}

/** Closes function points to a partner again: all its operators lose them at once (SYS-57). */
export function closeToPartner(context: CallContext, input: PartnerPermissionsInput): Promise<Partner> {
  return context.database.write(context, async (tx) => {
    const partner = await partnerOf(tx, input.partnerId, ['input', 'partnerId']);
    const points = await pointsOf(tx, input.functionPointIds);
    const ids = `{${points.map(({ id }) => id).join(',')}}`;
    await tx.em.execute(
      `delete from "operator_grant" "g" using "partner_operator" "o"
       where "o"."id" = "g"."operator_id" and "o"."partner_id" = ? and "g"."function_point_id" = any(?::uuid[])`,
      [partner.id, ids],
    );
    await tx.em.nativeDelete(PartnerPermission, { partner, functionPoint: { $in: points.map(({ id }) => id) } });
    tell(tx, partner, 'partner.permissions.closed', points, input.reason);
    return partner;
  });
}

/** Ends everything that was open to a partner. */
export async function closeAllTo(tx: Transaction, partner: Partner): Promise<void> {
  await tx.em.nativeDelete(PartnerPermission, { partner });
}

/** The function points with these ids; refuses with NOT_FOUND. */
export async function pointsOf(tx: Transaction, ids: readonly string[]): Promise<FunctionPoint[]> {
  const points: FunctionPoint[] = [];
  for (const [index, id] of ids.entries())
    points.push(await tx.get(FunctionPoint, id, [...POINTS, index], { lock: false }));
  return points;
}

const forPartners = ({ code, kind, retired }: FunctionPoint): boolean =>
  !retired && (kind === FunctionPointKind.PERMISSION || allowedKinds(code).includes('PARTNER'));

function tell(
  tx: Transaction,
  partner: Partner,
  type: 'partner.permissions.opened' | 'partner.permissions.closed',
  points: readonly FunctionPoint[],
  reason: string | null | undefined,
): void {
  const data = { partner: partner.code, functionPoints: points.map(({ code }) => code) };
  const regionId = partner.region.id;
  tx.record({ kind: 'BUSINESS_FACT', type, subject: partner, regionId, reason: reason ?? null, data });
}
