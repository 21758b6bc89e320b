import type { Transaction } from '../../kernel/database/transaction.js';
import type { ProcessTemplate } from './process-template.js';

/** Says what depends on the type of objects of a template, such as `Trigger NIGHTLY`, each in a few words; empty for nothing. */
export type Dependants = (tx: Transaction, template: ProcessTemplate) => Promise<string[]>;

const all: Dependants[] = [];

/** Lets another domain say what of its own depends on the type of objects of a template, so that this stays as it is meanwhile. */
export function defineTemplateDependants(dependants: Dependants): void {
  all.push(dependants);
}

/** Everything that depends on the type of objects of a template. */
export async function dependantsOf(tx: Transaction, template: ProcessTemplate): Promise<string[]> {
  const found: string[] = [];
  for (const dependants of all) found.push(...(await dependants(tx, template)));
  return found;
}
