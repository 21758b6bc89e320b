import { answerPricing } from './billing.js';
import { type As, startTestGraph, type TestGraph } from './graph.js';

/** What a mutation of the catalogue answers: its objects by name, and why nothing was written. */
export interface CatalogueAnswer {
  userErrors: { code: string; path: string[]; message: string; details: Record<string, unknown> | null }[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have what the test asked for
  [object: string]: any;
}

/** A product manager of the headquarters, and one who approves. */
export const manager = { sub: 'pm1', role: 'staff', region: '86' } as const satisfies As;
export const approver = { sub: 'pm2', role: 'staff', region: '86' } as const satisfies As;
/** A product manager of the province of Guangdong, and one of the local network of Guangzhou in it. */
export const provincial = { sub: 'pm44', role: 'staff', region: '44' } as const satisfies As;
export const local = { sub: 'pm4401', role: 'staff', region: '4401' } as const satisfies As;

/** The graph of the calling test file, with its catalogue at hand. */
export let graph: TestGraph;

/** Starts a graph of its own for all tests of a file. */
export function useCatalogueDesk(): void {
  beforeAll(async () => {
    graph = await startTestGraph();
  });
  afterAll(() => graph.close());
}

/** Rows of the database, to see what was written. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows have what the test asked for
export const rows = async (sql: string, values: unknown[] = []): Promise<any[]> =>
  (await graph.database.pool.query(sql, values)).rows;

/** Runs a mutation whose input type is its name with `Input`. */
export async function run(mutation: string, fields: string, input: object, as: As = manager): Promise<CatalogueAnswer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message path details } ${fields} } }`;
  const { data, errors } = await graph.query<Record<string, CatalogueAnswer>>(document, { input }, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[mutation]!;
}

/** Like {@link run}, for one that must succeed. */
export async function ok(mutation: string, fields: string, input: object, as?: As): Promise<CatalogueAnswer> {
  const payload = await run(mutation, fields, input, as);
  if (payload.userErrors.length) throw new Error(`${mutation} was refused: ${JSON.stringify(payload.userErrors)}`);
  return payload;
}

/** Like {@link run}, for one that must be refused: code and path of each reason. */
export async function refused(mutation: string, input: object, as?: As): Promise<string[]> {
  return faults(await run(mutation, '__typename', input, as));
}

export const faults = (payload: CatalogueAnswer) =>
  payload.userErrors.map(({ code, path }) => (path.length ? `${code} ${path.join('.')}` : code));

/** Asks the graph; what it refuses is an error of the test. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have what the test asked for
export async function ask(query: string, variables: Record<string, unknown> = {}, as: As = manager): Promise<any> {
  const { data, errors } = await graph.query(query, variables, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The opaque id of something with a code, such as `idOf('product', 'PHONE')`. */
export const idOf = async (noun: string, code: string): Promise<string> =>
  (await ask(`query ($code: String!) { found: ${noun}(code: $code) { id } }`, { code }, 'admin')).found.id as string;

/** Writes a product; answers the payload. */
export async function writeProduct(code: string, more: object = {}, as?: As): Promise<CatalogueAnswer> {
  const input = {
    code,
    name: code,
    kind: 'MAIN',
    nature: 'COMMUNICATION',
    level: 'HEADQUARTERS',
    providerKind: 'OWN',
    services: [{ service: 'INSTALL' }, { service: 'REMOVE' }],
    productLineId: await idOf('productLine', 'BROADBAND'),
    ...more,
  };
  return run('productCreate', 'product { id code status level owner { code } configuredBy configuredAt }', input, as);
}

/** Takes a product through steps; those of the approver are taken by the approver. */
export async function stepProduct(productId: string, ...actions: string[]): Promise<string> {
  let status = '';
  for (const action of actions) {
    const as = ['APPROVE', 'RETURN', 'EXTEND'].includes(action) ? approver : manager;
    const { product } = await ok(
      'productStatusChange',
      'product { status }',
      { productId, action, reason: 'test' },
      as,
    );
    status = product.status as string;
  }
  return status;
}

/** A product in use; answers its id. */
export async function productInUse(code: string, more: object = {}): Promise<string> {
  const id = written(await writeProduct(code, more), 'product');
  await stepProduct(id, 'APPROVE', 'PUT_IN_USE');
  return id;
}

/** Writes an offering of products with the plan of the telephone; answers the payload. */
export async function writeOffering(code: string, more: object = {}, as?: As): Promise<CatalogueAnswer> {
  const tariffPlanId = await idOf('tariffPlan', 'TP_PHONE_CNY');
  const sales = await ask('{ catalogue(code: "SALES") { headings(first: 1) { nodes { id } } } }');
  const input = {
    code,
    name: code,
    level: 'HEADQUARTERS',
    components: [{ productId: await idOf('product', 'PHONE') }],
    tariffs: [{ tariffPlanId, isDefault: true }],
    placements: [{ catalogueNodeId: sales.catalogue.headings.nodes[0].id }],
    ...more,
  };
  return run('offeringCreate', 'offering { id code status level owner { code } configuredBy }', input, as);
}

/** Takes an offering from its configuration into sale. */
export async function publish(offeringId: string): Promise<void> {
  const step = (action: string, as: As) => ok('offeringStatusChange', '__typename', { offeringId, action }, as);
  await step('APPROVE', approver);
  await answerPricing(graph, offeringId, { as: manager });
  await ok('offeringPublish', '__typename', { offeringId });
}

/** An offering in sale; answers its id. */
export async function offeringInSale(code: string, more: object = {}): Promise<string> {
  const id = written(await writeOffering(code, more), 'offering');
  await publish(id);
  return id;
}

function written(payload: CatalogueAnswer, object: string): string {
  if (payload.userErrors.length) throw new Error(JSON.stringify(payload.userErrors));
  return payload[object].id as string;
}
