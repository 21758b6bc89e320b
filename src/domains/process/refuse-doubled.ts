import { type InputPath, Refusal, userError } from '../../kernel/errors/index.js';
import type { ProcessDefinition } from '../../kernel/process/index.js';

/**
 * Refuses two steps of one code, and two flows between the same steps, with DUPLICATE at each that is too many: rows are told apart by them.
 * @param path of the field that says the definition
 * @param drawn whether that is a drawing, in which steps and flows have no numbers
 */
export function refuseDoubled({ steps, flows }: ProcessDefinition, path: InputPath, drawn = false): void {
  const at = (...inner: (string | number)[]) => (drawn ? path : [...path, ...inner]);
  const faults = [
    ...later(steps, ({ code }) => code).map(([{ code }, index]) =>
      userError('DUPLICATE', `Two steps have the code ${code}.`, at('steps', index, 'code')),
    ),
    ...later(flows, ({ from, to }) => JSON.stringify([from, to])).map(([{ from, to }, index]) =>
      userError('DUPLICATE', `${from} leads to ${to} twice.`, at('flows', index)),
    ),
  ];
  if (faults.length > 0) throw new Refusal(faults);
}

/** Those of a list before which another with the same key stands, each with its place. */
function later<T>(list: readonly T[], key: (each: T) => string): [T, number][] {
  const seen = new Set<string>();
  return list.flatMap((each, index) => {
    const known = seen.has(key(each));
    seen.add(key(each));
    return known ? [[each, index] as [T, number]] : [];
  });
}
