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

/**
 * After what a process starts must be there and must not start because of the process itself, also over processes that are called on the way
 * (WFL-04), and its rules must be readable (WFL-22).
 */
export function checkStartAfter(definition: ProcessDefinition, known: KnownToProcesses, find: Find): void {
  const { startAfter = [], steps } = definition;
  const starts = startedBy(known);
  const calls = steps.flatMap(({ kind, subprocess }) =>
    kind === 'SUBPROCESS' && subprocess ? subprocess.template : [],
  );
  const seen = new Set<string>();
  startAfter.forEach(({ template, condition, object, values }, index) => {
    const path = ['startAfter', index];
    const at = [...path, 'template'];
    const own = template === known.template;
    if (!own && !known.calls.has(template)) return find('TEMPLATE_UNKNOWN', `There is no template ${template}.`, at);
    if (seen.has(template)) find('START_AFTER_DOUBLED', `It starts after ${template} already.`, at);
    seen.add(template);
    if (own || [known.template, ...calls].some((first) => leadsTo(first, template, starts)))
      find('START_AFTER_CYCLE', `${template} starts after ${known.template} itself, or because of it.`, at);
    if (object !== null && !known.isReference(template, object))
      find('PATH_UNKNOWN', `${object} leads from the objects of ${template} to no other.`, [...path, 'object']);
    const check = (text: string | null, field: string, wanted: 'boolean' | 'context') => {
      for (const { code, message } of text === null ? [] : checkRule(text, COMPLETED, wanted))
        find(code, message, [...path, field]);
    };
    check(condition, 'condition', 'boolean');
    check(values, 'values', 'context');
  });
  steps.forEach(({ kind, subprocess }, index) => {
    const called = kind === 'SUBPROCESS' ? subprocess?.template : undefined;
    // One that contains it is told of as such.
    if (
      called !== undefined &&
      leadsTo(called, known.template, starts) &&
      !leadsTo(called, known.template, known.calls)
    )
      find('START_AFTER_CYCLE', `${known.template} starts after ${called} itself, or because of it.`, [
        ...['steps', index],
        'subprocess',
      ]);
  });
}

/** What each other template starts: those that it calls, and those that start after it. */
function startedBy({ template: own, calls, startsAfter }: KnownToProcesses): ReadonlyMap<string, readonly string[]> {
  const pairs = [
    ...[...calls].filter(([code]) => code !== own).flatMap(([code, called]) => called.map((to) => ({ code, to }))),
    ...[...startsAfter].filter(([to]) => to !== own).flatMap(([to, after]) => after.map((code) => ({ code, to }))),
  ];
  return new Map([...Map.groupBy(pairs, ({ code }) => code)].map(([code, all]) => [code, all.map(({ to }) => to)]));
}

/** Whether one template is another, or starts it over however many others. */
function leadsTo(from: string, to: string, starts: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set([from]);
  for (const open = [from]; open.length > 0;)
    for (const next of starts.get(open.pop()!) ?? []) if (!seen.has(next)) open.push((seen.add(next), next));
  return seen.has(to);
}
