import { checkRule, type RuleVariables } from '../rules/index.js';
import type { Find, KnownToProcesses } from './check-definition.js';
import type { ProcessDefinition } from './definition.js';

/** What the rules of a relation may name of the instance that has completed. */
const COMPLETED: RuleVariables = {
  variables: { type: 'context', description: 'Values of its variables.' },
  objectType: { type: 'string', description: 'Type of the object that it was about, such as `Order`; null for none.' },
  objectId: { type: 'string', description: 'Its opaque id.' },
  handlingGrade: { type: 'string', description: 'Its handling grade.' },
  instanceNo: { type: 'string', description: 'Its number.' },
};

/** After what a process starts must be there, must not start after the process itself, and its rules must be readable (WFL-22). */
export function checkStartAfter({ startAfter = [] }: ProcessDefinition, known: KnownToProcesses, find: Find): void {
  const seen = new Set<string>();
  startAfter.forEach(({ template, condition, object, values }, index) => {
    const path = ['startAfter', index];
    const at = [...path, 'template'];
    const own = template === known.template;
    if (!own && !known.calls.has(template)) return find('TEMPLATE_UNKNOWN', `There is no template ${template}.`, at);
    if (seen.has(template)) find('START_AFTER_DOUBLED', `It starts after ${template} already.`, at);
    seen.add(template);
    if (own || comesBefore(template, known))
      find('START_AFTER_CYCLE', `${template} starts after ${known.template} itself.`, at);
    if (object !== null && !known.isReference(template, object))
      find('PATH_UNKNOWN', `${object} leads from the objects of ${template} to no other.`, [...path, 'object']);
    const check = (text: string | null, field: string, wanted: 'boolean' | 'context') => {
      for (const { code, message } of text === null ? [] : checkRule(text, COMPLETED, wanted))
        find(code, message, [...path, field]);
    };
    check(condition, 'condition', 'boolean');
    check(values, 'values', 'context');
  });
}

/** Whether a template starts after the one that is checked, over however many others. */
function comesBefore(template: string, known: KnownToProcesses): boolean {
  const seen = new Set([template]);
  for (const open = [template]; open.length > 0;)
    for (const next of known.startsAfter.get(open.pop()!) ?? []) if (!seen.has(next)) open.push((seen.add(next), next));
  return seen.has(known.template);
}
