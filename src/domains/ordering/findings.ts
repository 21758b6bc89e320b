import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, userError, type InputPath } from '../../kernel/errors/refusal.js';
import type { UserError } from '../../kernel/errors/user-error.js';
import { decodeId, nounOf, type Class, type Node } from '../../kernel/model/index.js';

/** What is wrong with a submission, collected over all layers, so that the caller learns everything at once (ORD-07). */
export class Findings {
  private readonly found: UserError[] = [];

  add(code: string, message: string, path: InputPath, details?: Record<string, unknown>): void {
    this.found.push(userError(code, message, path, details));
  }

  /** Notes what was found elsewhere, under the field that it is about. */
  addAll(errors: readonly UserError[], under: InputPath): void {
    for (const { code, message, path, details } of errors)
      this.add(code, message, [...under, ...path], details ?? undefined);
  }

  /** Whether something was found already, with these details. */
  has(code: string, path: InputPath, details: Readonly<Record<string, unknown>>): boolean {
    return this.found.some(
      (each) =>
        each.code === code &&
        each.path.join('.') === path.join('.') &&
        Object.entries(details).every(([name, value]) => each.details?.[name] === value),
    );
  }

  /** What was found so far. */
  get all(): readonly UserError[] {
    return this.found;
  }

  get count(): number {
    return this.found.length;
  }

  /** Refuses the operation with all findings when there are any. */
  refuseIfAny(): void {
    if (this.count) throw new Refusal(this.found);
  }

  /** The row that an id names, or null after noting that there is none that the caller may see. */
  async lookup<T extends Node>(tx: Transaction, noun: Class<T>, id: string, path: InputPath): Promise<T | null> {
    const row = await tx.find(noun, decodeId(id)!.uuid, { lock: false });
    if (!row) this.add('NOT_FOUND', `There is no ${nounOf(noun).name} with this id.`, path);
    return row;
  }
}
