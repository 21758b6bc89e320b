const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** How fast webhooks are; may be changed while they run. All in milliseconds. */
export const webhookPace = {
  /** Pause after the first failed attempt; each further pause is three times as long. */
  firstPause: 5 * SECOND,
  longestPause: 8 * HOUR,
  /** For how long a delivery is tried again before it is parked. */
  retryFor: 72 * HOUR,
  /** How long the target may take to answer. */
  timeout: 10 * SECOND,
  /** How long events are gathered before they are taken into deliveries. */
  gather: 250,
  /** Pause of a whole subscription after an attempt that did not reach the target; doubles with each, to a minute. */
  firstHold: SECOND,
  longestHold: 60 * SECOND,
};

/** The pause after the given number of failed attempts, spread by a fourth so that deliveries do not come back all at once. */
export function pauseAfter(attempts: number, random = Math.random()): number {
  const pause = Math.min(webhookPace.longestPause, webhookPace.firstPause * 3 ** (attempts - 1));
  return Math.round(pause * (0.75 + random / 2));
}

/** How long a subscription is held after the given number of attempts in a row that did not reach the target. */
export function holdAfter(failures: number): number {
  return Math.min(webhookPace.longestHold, webhookPace.firstHold * 2 ** (failures - 1));
}
