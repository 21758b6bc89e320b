import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse, userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import { Partner, PartnerStatus } from '../partner/index.js';
import { Region } from '../region/index.js';

/** Refuses with all faults that were found, if any. */
export function refuseAll(faults: readonly UserError[]): void {
  if (faults.length > 0) throw new Refusal(faults);
}

const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isShort = (value: unknown): boolean => JSON.stringify(value).length <= 2000;

/** What is wrong with characteristics from outside: a plain object of at most 100 short names with plain values or lists of them. */
export function characteristicsFaults(values: unknown, path: InputPath): UserError[] {
  if (values === null || values === undefined) return [];
  if (typeof values !== 'object' || Array.isArray(values))
    return [userError('INVALID_CHARACTERISTICS', 'An object of names and values is expected.', path)];
  const entries = Object.entries(values);
  const faults = entries.length > 100 ? [userError('TOO_MANY', 'At most 100 allowed.', path, { max: 100 })] : [];
  for (const [name, value] of entries) {
    const fine = Array.isArray(value) ? value.every(isPlain) : isPlain(value);
    if (!/^[\p{L}_][\p{L}\p{N}_.-]{0,59}$/u.test(name) || !fine || !isShort(value)) {
      faults.push(
        userError(
          'INVALID_CHARACTERISTICS',
          'A name of at most 60 letters and digits, and text, number, boolean or a list of them, are expected.',
          [...path, name],
        ),
      );
    }
  }
  return faults;
}

/** The region with this id; refuses with OUT_OF_SCOPE when it does not lie in the regions of the calling staff. */
export async function regionInScope(tx: Transaction, id: string, path: InputPath): Promise<Region> {
  const region = await tx.get(Region, id, path, { lock: false });
  if (tx.caller.kind === 'STAFF' && !tx.caller.regionIds.includes(region.id)) {
    refuse('OUT_OF_SCOPE', 'You may not act for this region.', path, { region: region.code });
  }
  return region;
}

/** The active partner with this id. */
export async function activePartner(tx: Transaction, id: string, path: InputPath): Promise<Partner> {
  const partner = await tx.get(Partner, id, path, { lock: false });
  if (partner.status !== PartnerStatus.ACTIVE)
    refuse('NOT_ACTIVE', 'No relation to the partner is in force.', path, { status: partner.status });
  return partner;
}
