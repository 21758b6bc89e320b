import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule, type RuleVariables } from '../../kernel/rules/index.js';
import { CustomerFeedMapping } from './customer-feed-mapping.js';
import { CustomerFeedRow } from './customer-feed-row.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import { CustomerFeedSystem } from './customer-feed-system.js';
import { uniformFields } from './customer-tables.js';
import { FeedRowStatus } from './feed-enums.js';
import type {
  CustomerFeedMappingInput,
  CustomerFeedRetryInput,
  CustomerFeedStartInput,
  CustomerFeedSystemSaveInput,
} from './feed.inputs.js';
import { loadJob } from './load-run.job.js';
import { newRun, stagedRow } from './new-run.js';
import { unmapped } from './normalise.js';

const variables: RuleVariables = {
  record: { type: 'context', description: 'The record of the other system, by its field names.' },
};

/** Fields without which no record becomes a customer. */
const NEEDED = ['name', 'region'];
const MOST_RECORDS = 1000;

/** Makes a system whose customers are collected, or changes the one with the same code; its mappings are replaced (CUS-78, CUS-79). */
export async function saveFeedSystem(
  context: CallContext,
  input: CustomerFeedSystemSaveInput,
): Promise<CustomerFeedSystem> {
  const { code, name, keyField, definition = null, mappings } = input;
  if (definition) refuseBadRule(definition, variables, ['input', 'definition']);
  checkMappings(mappings, new Set(await uniformFields(context.database)));
  return context.database.write(context, async (tx) => {
    const known = await tx.em.findOne(CustomerFeedSystem, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const system = known ?? tx.add(Object.assign(new CustomerFeedSystem(), { code }));
    const changes = applyChanges(system, { name, keyField, definition });
    const old = known ? await tx.em.find(CustomerFeedMapping, { system }, { orderBy: { field: 'asc' } }) : [];
    const before = old.map(shown);
    for (const mapping of old) tx.em.remove(mapping);
    // The old ones go before the new ones come: each field has one at a time.
    await tx.em.flush();
    const fresh = mappings
      .map((mapping) => tx.add(mappingOf(system, mapping)))
      .sort((one, other) => (one.field < other.field ? -1 : 1));
    const after = fresh.map(shown);
    if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ field: 'mappings', old: before, new: after });
    tx.record({ kind: 'RECORD_CHANGE', type: 'customer-feed-system.saved', subject: system, data: { code, changes } });
    return system;
  });
}

function checkMappings(mappings: readonly CustomerFeedMappingInput[], fields: ReadonlySet<string>): void {
  const seen = new Set<string>();
  mappings.forEach(({ field, sourceField, expression, translations }, index) => {
    const path = (name: string) => ['input', 'mappings', index, name];
    if (!fields.has(field))
      refuse('UNKNOWN_FIELD', `A customer has no field ${field}; it has ${[...fields].join(', ')}.`, path('field'));
    if (seen.has(field)) refuse('DUPLICATE', 'This field is mapped already.', path('field'));
    seen.add(field);
    if (Boolean(sourceField) === Boolean(expression))
      refuse('REQUIRED', 'Give either a field of the record or an expression.', path('sourceField'));
    if (expression) refuseBadRule(expression, variables, path('expression'), null);
    const texts = translations ? Object.values(translations) : [];
    const isObject = !translations || (typeof translations === 'object' && !Array.isArray(translations));
    if (!isObject || !texts.every((text) => typeof text === 'string' && text !== ''))
      refuse('BAD_VALUE', 'Translations are an object of texts.', path('translations'));
  });
  const missing = NEEDED.find((field) => !seen.has(field));
  if (missing) refuse('REQUIRED', `The field ${missing} must be mapped.`, ['input', 'mappings']);
}

const mappingOf = (system: CustomerFeedSystem, input: CustomerFeedMappingInput): CustomerFeedMapping =>
  Object.assign(new CustomerFeedMapping(), {
    ...{ system, field: input.field, sourceField: input.sourceField ?? null, expression: input.expression ?? null },
    translations: (input.translations ?? null) as Record<string, string> | null,
    ...{ strict: input.strict ?? false, defaultValue: input.defaultValue ?? null },
  });

const shown = ({ field, sourceField, expression, translations, strict, defaultValue }: CustomerFeedMapping) => ({
  ...{ field, sourceField, expression, translations, strict, defaultValue },
});

/** Takes records of another system to be looked at by a job (CUS-78). Nothing is a customer yet. */
export function startFeed(context: CallContext, input: CustomerFeedStartInput): Promise<CustomerFeedRun> {
  const records = recordsOf(input.records);
  return context.database.write(context, async (tx) => {
    const system = await tx.get(CustomerFeedSystem, input.systemId, ['input', 'systemId'], { lock: false });
    const mappings = await tx.em.find(CustomerFeedMapping, { system });
    const run = tx.add(
      newRun(tx, system, { records: records.length, unmappedFields: unmapped(system, mappings, records) }),
    );
    records.forEach((record, index) => tx.add(stagedRow(system, run, index + 1, record)));
    enqueue(tx, run, system);
    return run;
  });
}

function recordsOf(given: unknown): Record<string, unknown>[] {
  const path = ['input', 'records'];
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_RECORDS)
    return refuse('BAD_VALUE', `A list of 1 to ${MOST_RECORDS} records is expected.`, path);
  given.forEach((record: unknown, index) => {
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      refuse('BAD_VALUE', 'A record is an object.', [...path, index]);
  });
  return given as Record<string, unknown>[];
}

/** Has the rejected records of a run tried again (CUS-79). */
export function retryFeed(context: CallContext, input: CustomerFeedRetryInput): Promise<CustomerFeedRun> {
  return context.database.write(context, async (tx) => {
    const run = await tx.get(CustomerFeedRun, input.runId, ['input', 'runId']);
    if (!run.finishedAt) refuse('INVALID_STATE', 'The run has not finished.', ['input', 'runId']);
    const anew = { status: FeedRowStatus.STAGED, reasons: null, normalised: null, updatedAt: tx.at };
    await tx.em.nativeUpdate(CustomerFeedRow, { run: run.id, status: FeedRowStatus.REJECTED }, anew);
    run.finishedAt = null;
    enqueue(tx, run, run.system);
    return run;
  });
}

/** Runs of a system go one after another: what one record of it becomes is known when the next comes. */
function enqueue(tx: Transaction, run: CustomerFeedRun, system: CustomerFeedSystem): void {
  tx.enqueue({
    name: loadJob,
    key: `${loadJob}:${run.id}`,
    queue: `${loadJob}:${system.id}`,
    payload: { runId: run.id },
  });
}
