import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type ProcessDefinition, taskRule } from '../../kernel/process/index.js';

/** Refuses a process about objects of a type that says at no step what was decided, where one must: it could only ever refuse. */
export function refuseWithoutVerdict(
  objectType: string | null | undefined,
  { steps }: Pick<ProcessDefinition, 'steps'>,
  path: InputPath,
): void {
  const verdict = taskRule(objectType)?.verdict;
  if (!verdict || steps.some(({ outputs }) => outputs.some(({ name, type }) => name === verdict && type === 'boolean')))
    return;
  refuse('NO_VERDICT', `A process that approves has a step with the output \`${verdict}\`, true or false.`, path);
}
