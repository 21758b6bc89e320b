import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { refuseBadRule, type RuleVariables } from '../../kernel/rules/index.js';

/** Refuses a condition that could not be evaluated, with each finding and its place (PRD-71). */
export function checkCondition(text: string | null | undefined, variables: RuleVariables, path: InputPath): void {
  if (text) refuseBadRule(text, variables, path, 'boolean');
}

/** Refuses a formula that could not be evaluated to a number, with each finding and its place (PRD-71). */
export function checkFormula(text: string | null | undefined, variables: RuleVariables, path: InputPath): void {
  if (text) refuseBadRule(text, variables, path, 'number');
}

/** Refuses a field that is missing where it is needed, or given where it means nothing. */
export function requireExactly(needed: boolean, value: unknown, what: string, path: InputPath): void {
  const given = value !== null && value !== undefined;
  if (needed && !given) refuse('REQUIRED', `${what} is needed.`, path);
  if (!needed && given) refuse('CONTRADICTORY', `${what} means nothing here.`, path);
}
