import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { domains } from '../domains/index.js';
import { startTestGraph, type TestGraph } from '../testing/graph.js';
import { graphSchema } from './application.js';

/** What the rules for interfaces (17.5.4) ask of the graph, on which interfaces are built. */
const schema = graphSchema(domains);
let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.close());

/** Everything that a type shows, with its description. */
function parts(type: GraphQLNamedType): [string, string | null | undefined][] {
  const own: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    own.push(
      ...type
        .getValues()
        .map((value): [string, string | null | undefined] => [`${type.name}.${value.name}`, value.description]),
    );
  if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) {
      own.push([`${type.name}.${field.name}`, field.description]);
      if ('args' in field)
        own.push(
          ...field.args.map((arg: GraphQLArgument): [string, string | null | undefined] => [
            `${type.name}.${field.name}(${arg.name})`,
            arg.description,
          ]),
        );
    }
  return own;
}

test('SYS-47 help can be rendered from the contract: every type, field, argument and value says what it is', () => {
  const described = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap(parts);
  expect(described.length).toBeGreaterThan(1_000);
  expect(described.filter(([, description]) => !description?.trim()).map(([name]) => name)).toEqual([]);
});

test('SYS-44 the contract marks what is mandatory, and exactly that is missed when it is left out', async () => {
  const { data } = await graph.query(
    '{ __type(name: "MonitoredValueReportInput") { inputFields { name type { kind } } } }',
  );
  const fields = data.__type.inputFields as { name: string; type: { kind: string } }[];
  const mandatory = fields.filter(({ type }) => type.kind === 'NON_NULL').map(({ name }) => name);
  expect(mandatory.sort()).toEqual(['item', 'value']);
  const type = schema.getType('MonitoredValueReportInput');
  if (!isInputObjectType(type)) throw new Error('The input is gone.');
  expect(Object.values(type.getFields()).filter((field) => isNonNullType(field.type))).toHaveLength(2);
  const report = (input: object) =>
    graph.query(
      'mutation ($input: MonitoredValueReportInput!) { monitoredValueReport(input: $input) { userErrors { code path } } }',
      { input },
    );
  const whole = { item: 'nothing', value: '1' };
  for (const name of mandatory) {
    const { errors } = await report({ ...whole, [name]: undefined });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`"${name}"`), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  }
  expect((await report(whole)).errors).toBeUndefined();
});

test('SYS-43 one answer names every faulty field and why, and what is right is not named', async () => {
  const { data } = await graph.query(
    `mutation ($input: ParameterCreateInput!) { parameterCreate(input: $input) { userErrors { code path message } parameter { id } } }`,
    {
      input: {
        code: 'x'.repeat(101),
        name: ' ',
        category: 'SETTING',
        type: 'INT',
        unit: 'u'.repeat(41),
        description: 'Right.',
        defaultValue: 1,
      },
    },
  );
  expect(data.parameterCreate.parameter).toBeNull();
  expect(
    data.parameterCreate.userErrors
      .map(({ code, path }: { code: string; path: string[] }) => [code, path.join('.')])
      .sort(),
  ).toEqual([
    ['REQUIRED', 'input.name'],
    ['TOO_LONG', 'input.code'],
    ['TOO_LONG', 'input.unit'],
  ]);
  for (const { message } of data.parameterCreate.userErrors) expect(message).toMatch(/\w/);
  const { rows } = await graph.database.pool.query(`select 1 from "system_parameter" where "description" = 'Right.'`);
  expect(rows).toEqual([]);
});
