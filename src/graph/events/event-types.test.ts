import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.close());

interface Told {
  name: string;
  kind: string;
  subjects: string[];
  description: string;
  dataSchema: z.core.JSONSchema.JSONSchema;
}

const typesOf = async (startsWith?: string) => {
  const { data } = await graph.query<{ eventTypes: Told[] }>(
    'query ($startsWith: String) { eventTypes(startsWith: $startsWith) { name kind subjects description dataSchema } }',
    { startsWith },
  );
  return data.eventTypes;
};

describe('the catalogue of event types', () => {
  it('holds the changes of state of every life cycle and the facts of the domains, by name', async () => {
    const types = await typesOf();
    const names = types.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['customer.created', 'order.status.changed', 'ticket.escalated']));
    expect(types.find(({ name }) => name === 'order.status.changed')).toMatchObject({
      kind: 'STATE_CHANGE',
      subjects: ['Order'],
    });
  });

  it('can be narrowed to the beginning of a name', async () => {
    const names = (await typesOf('order.')).map(({ name }) => name);
    expect(names).toContain('order.created');
    expect(names.every((name) => name.startsWith('order.'))).toBe(true);
  });

  it('gives a JSON Schema that admits what is recorded and nothing else', async () => {
    const [type] = await typesOf('customer.created');
    const schema = z.fromJSONSchema(type!.dataSchema);
    const { data } = await graph.query(
      `mutation ($input: RegionSaveInput!) { regionSave(input: $input) { userErrors { code path message } } }`,
      { input: { code: 'TYPED', name: 'Typed', kind: 'PROVINCE', parentId: await topRegion() } },
    );
    expect(data.regionSave.userErrors).toEqual([]);
    const [region] = await typesOf('region.created');
    const history = await graph.query(
      '{ regions(filter: { code: { eq: "TYPED" } }) { nodes { history(first: 5) { nodes { type data } } } } }',
    );
    const [told] = history.data.regions.nodes[0].history.nodes;
    expect(told.type).toBe('region.created');
    expect(z.fromJSONSchema(region!.dataSchema).safeParse(told.data).success).toBe(true);
    expect(schema.safeParse(told.data).success).toBe(false);
    expect(schema.safeParse({}).success).toBe(false);
  });

  it('tells nothing without a token', async () => {
    const response = await fetch(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ eventTypes { name } }' }),
    });
    expect(await response.json()).not.toHaveProperty('data.eventTypes.0');
  });
});

async function topRegion(): Promise<string> {
  const { data } = await graph.query('{ regions(first: 100) { nodes { id parent { id } } } }');
  return data.regions.nodes.find(({ parent }: { parent: unknown }) => !parent).id;
}
