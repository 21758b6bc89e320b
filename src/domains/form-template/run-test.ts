import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { fill, type FilledPart, type Relation, type Values } from './fill.js';
import type { FormSampleInput } from './form.inputs.js';
import { FormTest } from './form-record.js';
import type { Form } from './publish.js';

/**
 * Fills a form with sample values, compares what comes out with what was expected, and records both (OPS-12, OPS-13). Of what is
 * calculated something is to be expected: to look at nothing is no test.
 */
export function runTest(
  tx: Transaction,
  form: Form,
  parts: readonly FilledPart[],
  relations: readonly Relation[],
  { values, expected, missing, contradictions }: FormSampleInput,
): FormTest {
  const filled = fill(parts, relations, objectOf(values));
  const wanted = objectOf(expected);
  const nothing = [Object.keys(wanted), missing ?? [], contradictions ?? []].every(({ length }) => length === 0);
  if (nothing && filled.derived.length > 0)
    refuse('REQUIRED', 'What is to come out of it?', ['input', 'expected'], { fields: filled.derived });
  const wrong = Object.entries(wanted).flatMap(([field, value]) => {
    const actual = filled.values[field];
    return String(actual) === String(value)
      ? []
      : [`${field}: ${String(value)} was expected, ${String(actual ?? 'nothing')} came out`];
  });
  const found = filled.contradictions.map(({ field }) => field);
  const problems = [
    ...wrong,
    ...differing('missing', missing ?? [], filled.missing),
    ...differing('contradicts', contradictions ?? [], found),
  ].map((problem) => problem.slice(0, 500));
  return tx.add(
    Object.assign(new FormTest(), {
      ...{ template: form.template ?? null, kit: form.kit ?? null, values: objectOf(values), expected: wanted },
      ...{ actual: filled.values, problems, passed: problems.length === 0 },
      ...{ testedBy: tx.caller.subject, testedAt: tx.at },
    }),
  );
}

const differing = (what: string, wanted: readonly string[], found: readonly string[]): string[] => [
  ...wanted.filter((field) => !found.includes(field)).map((field) => `${field}: not ${what}, as was expected`),
  ...found.filter((field) => !wanted.includes(field)).map((field) => `${field}: ${what}`),
];

/** Values by field; what is no object holds none. */
export const objectOf = (json: unknown): Values =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Values) : {};
