import { Refusal, userError, type InputPath } from '../errors/index.js';
import { checkRule } from './check-rule.js';
import type { RuleType, RuleVariables } from './variables.js';

/**
 * Refuses a rule that would not work, with every finding and its place in the text.
 * @param path the input field that holds the text
 */
export function refuseBadRule(
  text: string,
  variables: RuleVariables,
  path: InputPath,
  wanted: RuleType | null = 'boolean',
): void {
  const findings = checkRule(text, variables, wanted);
  if (findings.length > 0)
    throw new Refusal(findings.map(({ code, message, from, to }) => userError(code, message, path, { from, to })));
}
