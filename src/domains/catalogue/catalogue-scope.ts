import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import type { Region } from '../region/index.js';
import { CataloguePurpose } from './catalogue.js';
import type { CatalogueCreateInput } from './catalogue.input.js';
import { ProductLine } from './product-line.js';
import { requireSalesChannel } from './sales-channel.service.js';

/** What speaks against making a catalogue for something, by its code; undefined for nothing. */
export type ScopeObjection = (
  tx: Transaction,
  code: string,
  owner: Region | null,
) => Promise<'NOT_FOUND' | 'NOT_ACTIVE' | undefined>;

type CustomerPurpose = CataloguePurpose.SEGMENT | CataloguePurpose.CUSTOMER_GROUP;

const judges = new Map<CustomerPurpose, ScopeObjection>();

/** The customer domain knows segments and groups; the catalogue cannot look forward to it. */
export function judgeCatalogueScope(purpose: CustomerPurpose, objection: ScopeObjection): void {
  judges.set(purpose, objection);
}

const NAMES: Readonly<Record<CustomerPurpose, string>> = {
  SEGMENT: 'customer segment',
  CUSTOMER_GROUP: 'customer group',
};

const path = ['input', 'scope'];

/**
 * Refuses with REQUIRED, CONTRADICTORY, NOT_FOUND or NOT_ACTIVE a catalogue that is not for exactly one channel, segment, group or product
 * line that there is (PRD-94). What was written before is not asked again.
 * @param owner province or local network that will maintain the catalogue; null for the headquarters
 */
export async function checkScope(
  tx: Transaction,
  { purpose, scope }: Pick<CatalogueCreateInput, 'purpose' | 'scope'>,
  owner: Region | null,
): Promise<void> {
  if (purpose === CataloguePurpose.INTERNAL || purpose === CataloguePurpose.SALES) {
    if (scope) refuse('CONTRADICTORY', `A catalogue for ${purpose} is for no single one.`, path);
    return;
  }
  if (!scope) return refuse('REQUIRED', `A catalogue for ${purpose} says for which one.`, path);
  if (purpose === CataloguePurpose.CHANNEL) return requireSalesChannel(tx, scope, path);
  if (purpose === CataloguePurpose.PRODUCT_LINE) {
    if (!(await tx.em.findOne(ProductLine, { code: scope })))
      refuse('NOT_FOUND', 'There is no product line with this code.', path);
    return;
  }
  const judge = judges.get(purpose);
  if (!judge) throw new Error(`Nobody knows what a catalogue for ${purpose} may be for: load the domain customer.`);
  const objection = await judge(tx, scope, owner);
  if (objection === 'NOT_FOUND') refuse('NOT_FOUND', `There is no ${NAMES[purpose]} with this code.`, path);
  if (objection) refuse(objection, `The ${NAMES[purpose]} is not in use any more.`, path);
}
