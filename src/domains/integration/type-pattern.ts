const PATTERN = /^(\*|[a-z0-9*-]+(\.[a-z0-9*-]+)*)$/i;

/** Whether a text is a pattern of event types: a CloudEvents type in which `*` stands for any text. */
export const isTypePattern = (text: string): boolean => PATTERN.test(text);

/** The test whether an event type fits one of the patterns. */
export function typeTest(patterns: readonly string[]): (type: string) => boolean {
  const parts = patterns.map((pattern) => pattern.replaceAll('.', '\\.').replaceAll(/\*+/g, '.*'));
  const test = new RegExp(`^(${parts.join('|')})$`);
  return (type) => test.test(type);
}
