import { Decimal } from 'decimal.js';
import { refuse, type InputPath } from '../errors/refusal.js';
import type { Caller, PermissionScope } from './caller.js';

/** What a permission is used for, as far as grants limit it: what is left out is not compared, null stands for all. */
export interface PermissionUse {
  /** Key of the region in which it is used. */
  regionId?: string | null;
  /** Key of the product line that it is about. */
  productLineId?: string | null;
  /** Amount of money that it is about, in the currency of the operator; its sign does not count. */
  amount?: string | null;
}

/** Why a grant does not cover a use. */
export interface Misuse {
  code: 'OUT_OF_SCOPE' | 'LIMIT_EXCEEDED';
  message: string;
  details?: Record<string, unknown>;
}

const within = (admitted: readonly string[] | undefined, value: string | null | undefined): boolean =>
  admitted === undefined || value === undefined || (value !== null && admitted.includes(value));

const reaches = (scope: PermissionScope, use: PermissionUse): boolean =>
  within(scope.regionIds, use.regionId) && within(scope.productLineIds, use.productLineId);

/**
 * Why the permission of the running operation does not cover a use; undefined when one of its grants does. Region, product and
 * money must be covered by the same grant: 1,000 for broadband and 100 for all are not 1,000 for all.
 */
export function misuseOf(caller: Caller, use: PermissionUse): Misuse | undefined {
  const here = caller.acting?.filter((scope) => reaches(scope, use));
  if (!here) return undefined;
  if (here.length === 0)
    return { code: 'OUT_OF_SCOPE', message: 'Your permission does not cover this product or region.' };
  if (use.amount === null || use.amount === undefined || here.some(({ limit }) => limit === undefined))
    return undefined;
  const limit = Decimal.max(...here.map((scope) => scope.limit!)).toString();
  if (new Decimal(use.amount).abs().lte(limit)) return undefined;
  const message = `Your permission covers amounts up to ${limit}; ask someone with a higher one.`;
  return { code: 'LIMIT_EXCEEDED', message, details: { limit } };
}

/** Refuses with OUT_OF_SCOPE or LIMIT_EXCEEDED what the permission of the running operation does not cover (SYS-52). */
export function refuseMisuse(caller: Caller, use: PermissionUse, path: InputPath): void {
  const misuse = misuseOf(caller, use);
  if (misuse) refuse(misuse.code, misuse.message, path, misuse.details);
}
