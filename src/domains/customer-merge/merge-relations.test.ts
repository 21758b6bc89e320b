import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const second: As = { sub: 'g2', role: 'staff', region: '44' };

let graph: TestGraph;
let regionId: string;

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph?.close());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const ask = async (name: string, input: object, answer: string, as = clerk): Promise<any> => {
  const inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${inputType}!) { ${name}(input: $input) { userErrors { code path details } ${answer} } }`;
  const { data, errors } = await graph.query<Record<string, unknown>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return data[name];
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
interface Made {
  id: string;
  code: string;
}
const company = async (name: string): Promise<Made> =>
  (await ask('customerCreate', { regionId, organization: { name } }, 'customer { id code }')).customer;
const relate = (from: Made, to: Made, type: string) =>
  ask('customerRelationshipAdd', { fromId: from.id, toId: to.id, type }, 'relationship { id }');
const request = (survivor: Made, absorbed: Made) =>
  ask(
    'customerMergeRequest',
    { survivorId: survivor.id, absorbedId: absorbed.id, consent: '书面同意', reason: '同一客户' },
    'merge { id }',
  );
const decide = (mergeId: string) => ask('customerMergeDecide', { mergeId, approve: true }, 'merge { status }', second);
const merge = async (survivor: Made, absorbed: Made): Promise<string> => {
  const { merge: made } = await request(survivor, absorbed);
  expect((await decide(made.id)).userErrors).toEqual([]);
  return made.id;
};
const key = ({ id }: Made) => uuidOf(id, 'cu', []);
/** Relations among customers: where from, where to, whether they hold. */
const relations = async (...made: Made[]) => {
  const found = await rows(
    `select "f"."name" || ' > ' || "t"."name" || case when "r"."validity_to" is null then '' else ' ended' end "tie"
     from "customer_relationship" "r" join "customer" "f" on "f"."id" = "r"."from_id" join "customer" "t" on "t"."id" = "r"."to_id"
     where "r"."from_id" = any($1::uuid[]) or "r"."to_id" = any($1::uuid[]) order by 1`,
    [made.map(key)],
  );
  return found.map(({ tie }) => tie as string);
};

describe('relations of customers who are made one', () => {
  it('CUS-47 CUS-80 nobody is related to oneself under an old id', async () => {
    const [kept, gone] = [await company('自身存'), await company('自身并')];
    await merge(kept, gone);
    for (const type of ['LOOSE', 'JOINT_LIABILITY', 'OWNERSHIP'])
      for (const [from, to] of [
        [gone, kept],
        [kept, gone],
      ] as const)
        expect((await relate(from, to, type)).userErrors).toEqual([
          { code: 'SELF_RELATION', path: ['input', 'toId'], details: null },
        ]);
    expect(await relations(kept, gone)).toEqual([]);
  });

  it('CUS-47 CUS-80 a relation between the two ends while they are one, and holds again after', async () => {
    const [kept, gone, third] = [await company('互联存'), await company('互联并'), await company('互联他')];
    await relate(gone, kept, 'LOOSE');
    await relate(gone, third, 'LOOSE');
    const mergeId = await merge(kept, gone);
    expect(await relations(kept, gone)).toEqual(['互联存 > 互联他', '互联并 > 互联存 ended']);
    const { merge: undone } = await ask(
      'customerMergeUndo',
      { mergeId, reason: '误并' },
      'merge { status changes(first: 100) { nodes { restored } } }',
    );
    expect(undone.changes.nodes.every(({ restored }: { restored: boolean }) => restored)).toBe(true);
    expect(await relations(kept, gone)).toEqual(['互联并 > 互联他', '互联并 > 互联存']);
  });

  it('CUS-45 CUS-80 customers with different owners are not one until somebody ends one of the relations', async () => {
    const [x, y, kept, gone] = [
      ...[await company('上级甲'), await company('上级乙')],
      ...[await company('双主存'), await company('双主并')],
    ] as [Made, Made, Made, Made];
    await relate(x, kept, 'OWNERSHIP');
    const early = (await request(kept, gone)).merge.id;
    const { id: ownershipId } = (await relate(y, gone, 'OWNERSHIP')).relationship;
    const conflict = { code: 'HAS_OWNER', details: { ownerOfSurvivor: x.code, ownerOfAbsorbed: y.code } };
    expect((await decide(early)).userErrors).toMatchObject([conflict]);
    expect(await rows('select "merged_into_id" from "customer" where "id" = $1', [key(gone)])).toEqual([
      { merged_into_id: null },
    ]);
    const other = await company('双主三');
    await relate(y, other, 'OWNERSHIP');
    expect((await request(kept, other)).userErrors).toEqual([{ ...conflict, path: ['input', 'absorbedId'] }]);
    expect(await rows('select 1 from "customer_merge" where "absorbed_id" = $1', [key(other)])).toEqual([]);
    await ask('customerRelationshipEnd', { relationshipId: ownershipId, reason: '划转' }, 'relationship { id }');
    expect((await decide(early)).userErrors).toEqual([]);
    expect(await relations(kept)).toEqual(['上级乙 > 双主存 ended', '上级甲 > 双主存']);
  });

  it('CUS-45 CUS-80 two of one owner become one below it', async () => {
    const [x, kept, gone] = [await company('同主'), await company('同主存'), await company('同主并')];
    await relate(x, kept, 'OWNERSHIP');
    await relate(x, gone, 'OWNERSHIP');
    await merge(kept, gone);
    expect(await relations(kept)).toEqual(['同主 > 同主存']);
  });
});
