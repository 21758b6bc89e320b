import type { Transaction } from '../../kernel/database/transaction.js';
import type { ProcessTemplateVersion } from './process-template-version.js';

/** Does what follows from a publication, in its transaction: what is outside of it only by a job that it asks for. */
export type AfterPublication = (tx: Transaction, version: ProcessTemplateVersion) => Promise<void> | void;

const all: AfterPublication[] = [];

/** Lets another domain do something whenever a version of a process template is published (WFL-32). */
export function onPublication(after: AfterPublication): void {
  all.push(after);
}

/** Does everything that follows from the publication of a version. */
export async function followPublication(tx: Transaction, version: ProcessTemplateVersion): Promise<void> {
  for (const after of all) await after(tx, version);
}
