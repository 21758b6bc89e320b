import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import type { FunctionPoint } from '../access/index.js';
import { type Partner, partnerOf } from '../partner/index.js';
import { managedOperator, refuseSelf } from './managed.js';
import { OperatorGrant } from './operator-grant.js';
import type { OperatorGrantInput, OperatorRevokeInput } from './operator.inputs.js';
import { PartnerOperator } from './partner-operator.js';
import { PartnerPermission } from './partner-permission.js';
import { pointsOf } from './permission.service.js';

const PARTNER = ['input', 'partnerId'];
const OPERATOR = ['input', 'operatorId'];
const POINTS = ['input', 'functionPointIds'];

/** Grants function points to an operator of a partner: what is open to the partner and the granting operator holds (SYS-27, SYS-57). */
export function grantToOperator(context: CallContext, input: OperatorGrantInput): Promise<PartnerOperator> {
  return context.database.write(context, async (tx) => {
    const { partner, operator } = await grantee(tx, input);
    const validTo = input.until ? new Date(input.until) : null;
    if (validTo && validTo <= tx.at) refuse('IN_THE_PAST', 'This moment is over.', ['input', 'until']);
    const points = await pointsOf(tx, input.functionPointIds);
    const missing = await notHeld(tx, partner, points, validTo);
    if (missing.length)
      refuse(
        'NOT_HELD',
        'Only what is open to the partner and you hold yourself, and no longer, may be granted.',
        POINTS,
        {
          functionPoints: missing,
        },
      );
    const known = new Map(
      (await tx.em.find(OperatorGrant, { operator })).map((grant) => [grant.functionPoint.id, grant]),
    );
    const { operatorId, subject } = tx.caller;
    const grantedBy = operatorId ? tx.em.getReference(PartnerOperator, operatorId) : null;
    for (const functionPoint of points) {
      const grant =
        known.get(functionPoint.id) ?? tx.add(Object.assign(new OperatorGrant(), { operator, functionPoint }));
      known.set(functionPoint.id, grant);
      Object.assign(grant, { grantedBy, grantor: subject, validTo });
    }
    const until = validTo?.toISOString() ?? null;
    const data = { partner: partner.code, operatorNo: operator.operatorNo, functionPoints: codes(points), until };
    const regionId = partner.region.id;
    tx.record({ kind: 'BUSINESS_FACT', type: 'partner-operator.granted', subject: operator, regionId, data });
    return operator;
  });
}

/** What was granted on by those who lose a right ends with it. */
const REVOKE = `
  with recursive "gone" as (
    select "id", "operator_id", "function_point_id" from "operator_grant" where "operator_id" = ? and "function_point_id" = any(?::uuid[])
    union select "g"."id", "g"."operator_id", "g"."function_point_id" from "gone" "r"
    join "operator_grant" "g" on "g"."granted_by_id" = "r"."operator_id" and "g"."function_point_id" = "r"."function_point_id"
  ) delete from "operator_grant" where "id" in (select "id" from "gone") returning "operator_id" "operatorId"`;

/** Takes function points back from an operator, and from those to whom they granted them on (SYS-57). */
export function revokeFromOperator(context: CallContext, input: OperatorRevokeInput): Promise<PartnerOperator> {
  return context.database.write(context, async (tx) => {
    const { partner, operator } = await grantee(tx, input);
    const points = await pointsOf(tx, input.functionPointIds);
    await tx.em.flush();
    const ids = `{${points.map(({ id }) => id).join(',')}}`;
    const ended = await tx.em.execute<{ operatorId: string }[]>(REVOKE, [operator.id, ids]);
    const holders = new Set(ended.map(({ operatorId }) => operatorId));
    const others = await tx.em.find(PartnerOperator, { id: { $in: [...holders].filter((id) => id !== operator.id) } });
    for (const one of [operator, ...others])
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'partner-operator.revoked',
        subject: one,
        regionId: partner.region.id,
        reason: input.reason,
        data: { partner: partner.code, operatorNo: one.operatorNo, functionPoints: codes(points) },
      });
    return operator;
  });
}

const codes = (points: readonly FunctionPoint[]): string[] => points.map(({ code }) => code);

async function grantee(
  tx: Transaction,
  input: { partnerId?: string | null; operatorId: string },
): Promise<{ partner: Partner; operator: PartnerOperator }> {
  const partner = await partnerOf(tx, input.partnerId, PARTNER);
  const operator = await managedOperator(tx, partner, input.operatorId, OPERATOR);
  refuseSelf(tx, operator, OPERATOR);
  return { partner, operator };
}

/** Codes of the function points that the caller may not grant until then. */
async function notHeld(
  tx: Transaction,
  partner: Partner,
  points: readonly FunctionPoint[],
  until: Date | null,
): Promise<string[]> {
  const open = new Set((await tx.em.find(PartnerPermission, { partner })).map((one) => one.functionPoint.id));
  const own = await heldByCaller(tx, until);
  return codes(points.filter((point) => !open.has(point.id) || !own(point)));
}

async function heldByCaller(tx: Transaction, until: Date | null): Promise<(point: FunctionPoint) => boolean> {
  const { kind, operatorId, permissions } = tx.caller;
  // Staff give what is open to the partner; a system of the partner what its key holds.
  if (kind !== 'PARTNER') return () => true;
  if (!operatorId) return ({ code }) => permissions?.has(code) ?? true;
  const grants = await tx.em.find(OperatorGrant, { operator: operatorId });
  const long = grants.filter(({ validTo }) => !validTo || (until !== null && until <= validTo && validTo > tx.at));
  const ids = new Set(long.map(({ functionPoint }) => functionPoint.id));
  return ({ id }) => ids.has(id);
}
