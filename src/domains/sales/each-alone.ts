/**
 * Runs something for each of many, one after another. One that fails holds up none of the others: the first failure is thrown when all
 * have had their turn.
 * @param signal ends it before the next one
 */
export async function eachAlone<T>(
  all: readonly T[],
  signal: AbortSignal | undefined,
  run: (one: T) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) {
    signal?.throwIfAborted();
    await run(one).catch((failure: unknown) => failures.push(failure));
  }
  if (failures.length > 0) throw failures[0];
}
