/** @isolated: it declares a noun of its own. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  execute,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import type { Caller } from '../../kernel/access/caller.js';
import type { Database } from '../../kernel/database/database.js';
import { createLogger } from '../../kernel/log/log.js';
import { type Response, essence } from '../../testing/reads/answers.js';
import { layOut } from '../../testing/reads/lay-out.js';
import { clientA, northern, sample } from '../../testing/reads/model.js';
import { openSampleDatabase } from '../../testing/reads/sample-database.js';
import type { GraphContext } from '../context.js';
import { createErrorFormatter } from '../http/format-error.js';
import { EntityReader } from '../plain/plain-reader.js';
import { buildGraphSchema } from '../schema.js';
import { ReadEngine } from './engine.js';
import { executeCompiled } from './execute-compiled.js';

/**
 * Telling operations over a small model. `golden/<name>.graphql` is what is asked: a comment says what it shows, and may name the
 * caller, the variables and the operation. `golden/<name>.md` is what came of it. `UPDATE_GOLDEN=1` writes the latter anew.
 */
const FOLDER = join(import.meta.dirname, 'golden');
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const LIMITS = { maxCost: 50_000, maxDepth: 15 };
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.graphql') ? [file.replace('.graphql', '')] : []));

const callers: Record<string, Caller> = {
  admin: { kind: 'ADMIN', subject: 'admin', name: 'Admin', regionIds: [] },
  north: { kind: 'STAFF', subject: 'north', name: 'North', regionIds: northern },
  client: { kind: 'CUSTOMER', subject: 'a', name: 'Ann', regionIds: [], customerId: clientA },
  partner: { kind: 'PARTNER', subject: 'p', name: 'Partner', regionIds: [] },
};

let database: Database;
let close: () => Promise<void>;
let schema: GraphQLSchema;
let engine: ReadEngine;
const format = createErrorFormatter(
  createLogger({ log: { level: 'silent', pretty: false } } as Parameters<typeof createLogger>[0]),
);

beforeAll(async () => {
  schema = buildGraphSchema([sample]);
  ({ database, close } = await openSampleDatabase());
  database.clock = () => new Date('2026-03-01T08:00:00.000Z');
  engine = new ReadEngine(schema, database, LIMITS);
});

afterAll(() => close?.());

interface Asked {
  document: string;
  shows: string;
  caller: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/** Comments at the beginning of the document: what it shows, then `caller:`, `variables:` and `operation:` as needed. */
function read(name: string): Asked {
  const text = readFileSync(join(FOLDER, `${name}.graphql`), 'utf8');
  const comments = [...text.matchAll(/^# ?(.*)$/gm)].map(([, comment]) => comment!);
  const setting = (key: string) => comments.find((comment) => comment.startsWith(`${key}: `))?.slice(key.length + 2);
  return {
    document: text.replace(/^#.*\n/gm, '').trim(),
    shows: comments.filter((comment) => !/^(caller|variables|operation): /.test(comment)).join(' '),
    caller: setting('caller') ?? 'admin',
    variables: JSON.parse(setting('variables') ?? '{}') as Record<string, unknown>,
    operationName: setting('operation'),
  };
}

async function answered(asked: Asked, plain: boolean): Promise<Response> {
  const caller = callers[asked.caller]!;
  const contextValue: GraphContext = {
    caller,
    database,
    feed: database.feed,
    engine,
    requestId: 'golden',
    ...(plain ? { plain: new EntityReader(database, caller) } : {}),
  };
  const { document, operationName, variables: variableValues } = asked;
  const args = { schema, document: parse(document), operationName, variableValues, contextValue };
  const result = await Promise.resolve(plain ? execute(args) : executeCompiled(args)).catch((error: unknown) => ({
    errors: [error],
  }));
  const errors = result.errors
    ?.map(format)
    .map(({ extensions: { correlationId: _, ...extensions } = {}, ...error }) => ({ ...error, extensions }));
  return JSON.parse(JSON.stringify({ ...result, ...(errors ? { errors } : {}) })) as Response;
}

function compiled({ document: text, caller, variables, operationName }: Asked): string {
  const document = parse(text);
  const operation = getOperationAST(document, operationName)!;
  const fragments = Object.fromEntries(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  try {
    const plan = engine.planQuery({ document, operation, fragments, variables: coerced }, callers[caller]!);
    if (!plan) return 'Nothing to ask the database.';
    const values = plan.parameters.bind({
      variables: coerced,
      caller: callers[caller]!,
      keys: [],
      at: database.clock(),
    });
    const parameters = values.map((value, index) => `$${index + 1} = ${JSON.stringify(value)}`);
    const price = `Cost ${plan.cost}; ${plan.complete ? `the text is the answer${plan.mayViolate ? ', unless a policy hides what may not be null' : ''}` : 'ordinary execution goes on from the rows'}.`;
    return [
      price,
      '',
      '```sql',
      layOut(plan.sql),
      '```',
      ...(parameters.length ? ['', '```', ...parameters, '```'] : []),
    ].join('\n');
  } catch (error) {
    return `Refused: ${(error as Error).message}`;
  }
}

describe('the SQL and the answers of', () => {
  it.each(names)('%s', async (name) => {
    const asked = read(name);
    expect(validate(schema, parse(asked.document))).toEqual([]);
    const answer = await answered(asked, false);
    const variables = Object.keys(asked.variables).length
      ? ['', '```json', JSON.stringify(asked.variables), '```']
      : [];
    const sections = [
      `# ${name}`,
      '',
      asked.shows,
      '',
      `Caller: ${asked.caller}.`,
      '',
      '```graphql',
      asked.document,
      '```',
      ...variables,
      '',
      '## SQL',
      '',
      compiled(asked),
      '',
      '## Answer',
      '',
      '```json',
      JSON.stringify(answer, undefined, 2),
      '```',
      '',
    ];
    const file = join(FOLDER, `${name}.md`);
    if (UPDATE) writeFileSync(file, sections.join('\n'));
    expect(sections.join('\n')).toBe(readFileSync(file, 'utf8'));
    // A refusal comes before anything is executed; everything else is as graphql-js has it over entities.
    if ('data' in answer) expect(essence(answer)).toBe(essence(await answered(asked, true)));
  });

  it('has no file without an operation', () => {
    const written = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.md') ? [file.replace('.md', '')] : []));
    expect(written.sort()).toEqual([...names].sort());
  });
});
