import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domains } from '../domains/index.js';
import { encodeId } from '../kernel/model/index.js';
import { type FieldMeta, type NounMeta, allNouns, nounFields } from '../kernel/model/registry.js';
import { Ground, type Row, type Subject } from '../testing/matrix/ground.js';
import { type Matrix, printMatrix, readMatrix } from '../testing/matrix/matrix.js';
import { behind, held, probesOf, showsField, shownAs } from '../testing/matrix/shown.js';
import { type MatrixWorld, openMatrixWorld } from '../testing/matrix/world.js';
import { graphSchema } from './application.js';

const FILE = join(import.meta.dirname, '../../schema/access.txt');
const schema = graphSchema(domains);
if (process.env['UPDATE_MATRIX'] === '1') writeFileSync(FILE, printMatrix(schema));
const committed = readFileSync(FILE, 'utf8');
const matrix: Matrix = readMatrix(committed);

test('the committed matrix is that of the policies; UPDATE_MATRIX=1 writes it anew, for review', () => {
  expect(printMatrix(schema).split('\n')).toEqual(committed.split('\n'));
});

let world: MatrixWorld;
let ground: Ground;
beforeAll(async () => {
  world = await openMatrixWorld();
  ground = new Ground(matrix, world.rows);
}, 120_000);
afterAll(() => world?.close());

const nouns = allNouns().filter((noun) => !noun.abstract && matrix.nouns.has(noun.name));
const callers = [
  'staff of another province',
  'staff without the permission',
  'staff with the permission',
  'headquarters',
  'customer',
  'another customer',
  'partner',
  'partner without the grant',
  'system',
];
const subject = (who: string): Subject => world.subjects.get(who)!;
const idOf = (noun: NounMeta, row: Row) => encodeId(noun.tag!, row['id'] as string);
/** Rows of a noun that are looked at one by one: some of the first, which often come with the house, and of the last. */
const sample = (noun: NounMeta): Row[] => {
  const rows = world.rows.get(noun.name)!;
  return rows.length <= 40 ? rows : [...rows.slice(0, 10), ...rows.slice(-30)];
};
const seen = (who: string, noun: NounMeta, rows: Row[]) => rows.filter((row) => ground.sees(subject(who), noun, row));
const fieldsOf = <Kind extends FieldMeta['kind']>(noun: NounMeta, ...kinds: Kind[]) =>
  [...nounFields(noun).values()].filter((field) => kinds.includes(field.kind as Kind));

test('the rows tell the callers apart', () => {
  const partly = (who: string) =>
    nouns.filter((noun) => {
      const rows = world.rows.get(noun.name)!;
      const { length } = seen(who, noun, rows);
      return length > 0 && length < rows.length;
    }).length;
  expect(partly('staff with the permission')).toBeGreaterThan(30);
  expect(partly('staff of another province')).toBeGreaterThan(30);
  expect(partly('customer')).toBeGreaterThan(10);
  expect(partly('another customer')).toBeGreaterThan(5);
});

test('nobody sees anything without a token', async () => {
  expect(await world.ask('nobody', '{ customers { totalCount } }')).toMatchObject({
    status: 401,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

describe.each(callers)('%s', (who) => {
  test('sees by id the rows that the matrix says, and no others', async () => {
    for (const noun of nouns) {
      const rows = sample(noun);
      const { data, errors } = await world.ask(who, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
        ids: rows.map((row) => idOf(noun, row)),
      });
      expect(errors).toBeUndefined();
      const expected = rows.map((row) =>
        ground.sees(subject(who), noun, row) ? { __typename: noun.name, id: idOf(noun, row) } : null,
      );
      expect([noun.name, data.nodes]).toEqual([noun.name, expected]);
    }
  });

  test('sees them in lists, and counts those only', async () => {
    for (const noun of nouns.filter((each) => each.root)) {
      const query = `{ list: ${noun.plural}(first: 200) { totalCount aggregate { count } nodes { id } } }`;
      const { data, errors } = await world.ask(who, query);
      expect([noun.name, errors]).toEqual([noun.name, undefined]);
      const ids = seen(who, noun, world.rows.get(noun.name)!).map((row) => idOf(noun, row));
      expect([noun.name, data.list.totalCount, data.list.aggregate]).toEqual([
        noun.name,
        ids.length,
        [{ count: ids.length }],
      ]);
      if (ids.length <= 200) expect(data.list.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(ids.sort());
      else for (const { id } of data.list.nodes) expect(ids).toContain(id);
    }
  });

  test('sees their fields in full, masked or not at all, as the matrix says', async () => {
    for (const noun of nouns) {
      const cells = matrix.nouns.get(noun.name)!.fields;
      const rows = seen(who, noun, sample(noun)).slice(-15);
      const fields = fieldsOf(noun, 'column', 'embedded').filter(
        ({ kind, name }) => name !== 'id' && (kind === 'column' || cells.get(name)?.where),
      );
      const selection = fields.map(({ kind, name }) => (kind === 'column' ? name : `${name} { __typename }`));
      if (rows.length === 0 || fields.length === 0) continue;
      const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${noun.name} { ${selection.join(' ')} } } }`;
      const variables = { ids: rows.map((row) => idOf(noun, row)) };
      const [{ data, errors }, whole] = [
        await world.ask(who, query, variables),
        await world.ask('administrator', query, variables),
      ];
      expect([noun.name, errors]).toEqual([noun.name, undefined]);
      const expected = (whole.data.nodes as Row[]).map((all, at) =>
        Object.fromEntries(
          Object.entries(all).map(([name, value]) => [
            name,
            shownAs(ground, subject(who), cells.get(name)!, noun, rows[at]!, value),
          ]),
        ),
      );
      expect([noun.name, data.nodes]).toEqual([noun.name, expected]);
    }
  });

  test('cannot search, sort or count by a field that is not shown', async () => {
    const told = [];
    for (const noun of nouns)
      for (const [name, cell] of matrix.nouns.get(noun.name)!.fields)
        for (const probe of showsField(subject(who), cell) ? [] : probesOf(noun, name)) {
          const code = (await world.ask(who, probe)).errors?.[0]?.extensions['code'];
          // Some lists cannot be sorted or counted by the field, whoever asks.
          const inContract = (await world.ask('administrator', probe)).data;
          if (inContract ? code !== 'FORBIDDEN' : code === undefined) told.push([probe, code]);
        }
    expect(told).toEqual([]);
  });
});

/** What references lead to and lists hold depends on the rows behind them. */
describe.each(['staff with the permission', 'staff of another province', 'customer', 'partner'])('%s', (who) => {
  test('sees behind references what they would see by its id', async () => {
    for (const noun of nouns) {
      const rows = seen(who, noun, sample(noun)).slice(-12);
      if (rows.length === 0) continue;
      for (const field of fieldsOf(noun, 'one', 'any')) {
        const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${noun.name} { to: ${field.name} { id } } } }`;
        const { data } = await world.ask(who, query, { ids: rows.map((row) => idOf(noun, row)) });
        const expected = rows.map((row) => behind(ground, subject(who), field, row));
        // What is hidden behind a reference that is never null takes the row with it.
        const found = (data.nodes as ({ to: { id: string } | null } | null)[]).map((node) => node?.to?.id ?? null);
        expect([noun.name, field.name, found]).toEqual([noun.name, field.name, expected]);
      }
    }
  });

  test('sees in lists of a row what they would see by its id', async () => {
    for (const noun of nouns) {
      const rows = seen(who, noun, sample(noun)).slice(-6);
      const fields = fieldsOf(noun, 'many').filter((field) => field.kind === 'many' && !field.raw);
      if (rows.length === 0 || fields.length === 0) continue;
      const selection = fields.map(({ name }) => `${name}(first: 0) { totalCount }`).join(' ');
      const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${noun.name} { ${selection} } } }`;
      const { data, errors } = await world.ask(who, query, { ids: rows.map((row) => idOf(noun, row)) });
      expect([noun.name, errors]).toEqual([noun.name, undefined]);
      const expected = rows.map((row) =>
        Object.fromEntries(fields.map((field) => [field.name, { totalCount: held(ground, subject(who), field, row) }])),
      );
      expect([noun.name, data.nodes]).toEqual([noun.name, expected]);
    }
  });
});
