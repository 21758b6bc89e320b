import { Refusal } from '../../kernel/errors/refusal.js';

/** Runs what refuses with paths of its own, and has them lie under a field of the input. */
export async function refusingUnder<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.userErrors.map((each) => ({ ...each, path: [field, ...each.path] })));
  }
}
