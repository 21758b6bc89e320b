/** Waits for the given milliseconds. */
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the condition holds; fails after `ms` milliseconds, showing it. */
export async function until(condition: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  for (const end = Date.now() + ms; !(await condition()); await sleep(10)) {
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${condition}`);
  }
}

/**
 * Waits until the condition holds, however long that takes, while something goes on: much work on a busy machine is slow, not stuck. Fails
 * when `progress` has stayed the same for `ms` milliseconds, showing the condition.
 * @param progress a number that changes as the work goes on
 */
export async function untilDone(
  condition: () => boolean | Promise<boolean>,
  progress: () => number,
  ms = 20_000,
): Promise<void> {
  let seen = progress();
  for (let end = Date.now() + ms; !(await condition()); await sleep(10)) {
    const now = progress();
    if (now !== seen) [seen, end] = [now, Date.now() + ms];
    if (Date.now() > end) throw new Error(`Nothing for ${ms} ms: ${condition}`);
  }
}
