import type { RuleVariables } from '../rules/index.js';
import type { ProcessDefinition } from './definition.js';

/** Values that guards can name in every process, besides its own variables. */
export const GIVEN_VARIABLES: RuleVariables = {
  objectType: { type: 'string', description: 'Type of the object that the process is about, such as `Order`.' },
  objectId: { type: 'string', description: 'Its opaque id.' },
  handlingGrade: { type: 'string', description: 'Grade that chooses the time limits.' },
};

/** Variables that the guards of a process may name: its own, what its steps give, and what every process has. */
export function variablesOf({ variables, steps }: Pick<ProcessDefinition, 'variables' | 'steps'>): RuleVariables {
  const all = [...steps.flatMap(({ outputs }) => outputs), ...variables];
  return {
    ...GIVEN_VARIABLES,
    ...Object.fromEntries(all.map(({ name, type, description }) => [name, { type, description }])),
  };
}
