import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const second: As = { sub: 'g2', role: 'staff', region: '44' };

interface Made {
  id: string;
  code: string;
}

describe.each(['compiled', 'plain'])('merged customers in reads that are %s', (READS) => {
  let graph: TestGraph;
  let regionId: string;

  beforeAll(async () => {
    graph = await startTestGraph({ READS });
    regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
  });
  afterAll(() => graph?.close());

  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
  const ask = async (name: string, input: object, answer: string, as = clerk): Promise<any> => {
    const inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${inputType}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
    const { data, errors } = await graph.query<Record<string, unknown>>(document, { input }, { as });
    expect(errors).toBeUndefined();
    return data[name];
  };
  const person = async (name: string): Promise<Made> =>
    (await ask('customerCreate', { regionId, individual: { name } }, 'customer { id code }')).customer;
  const merge = async (survivor: Made, absorbed: Made): Promise<string> => {
    const asked = { survivorId: survivor.id, absorbedId: absorbed.id, consent: '书面同意', reason: '同一客户' };
    const { merge: made } = await ask('customerMergeRequest', asked, 'merge { id }');
    expect(
      (await ask('customerMergeDecide', { mergeId: made.id, approve: true }, 'merge { id }', second)).userErrors,
    ).toEqual([]);
    return made.id;
  };
  /** Codes of the customers that a list has, however it is asked. */
  const listed = async (filter: object): Promise<string[]> => {
    const { data, errors } = await graph.query(
      `query ($filter: CustomerFilter) { customers(filter: $filter, first: 50) { totalCount nodes { code } aggregate { count } } }`,
      { filter },
      { as: clerk },
    );
    expect(errors).toBeUndefined();
    const { nodes, totalCount, aggregate } = data.customers;
    expect([totalCount, aggregate[0]?.count ?? 0]).toEqual([nodes.length, nodes.length]);
    return nodes.map(({ code }: Made) => code);
  };
  const search = (text: string, where: string) => listed({ search: { text, in: [where] } });

  it('CUS-01 CUS-04 CUS-80 are found as the survivor alone, by names and codes of both, however often it was merged', async () => {
    const [kept, gone, early] = [await person('欧阳留存'), await person('上官并入'), await person('司徒早并')];
    await merge(gone, early);
    const mergeId = await merge(kept, gone);
    for (const { code } of [kept, gone, early]) expect(await search(code, 'CODE')).toEqual([kept.code]);
    for (const name of ['欧阳留存', '上官并入', '司徒早并', 'shangguan'])
      expect(await search(name, 'NAME')).toEqual([kept.code]);
    await ask('customerMergeUndo', { mergeId, reason: '误并' }, 'merge { id }');
    expect(await search('上官并入', 'NAME')).toEqual([gone.code]);
    expect(await search(early.code, 'CODE')).toEqual([gone.code]);
    expect(await search('欧阳留存', 'NAME')).toEqual([kept.code]);
  });

  it('CUS-04 CUS-80 are in lists and counts only where the filter asks for the life cycle or for what they were merged into', async () => {
    const [kept, gone] = [await person('列表留存'), await person('列表并入')];
    await merge(kept, gone);
    const both = { name: { startsWith: '列表' } };
    expect(await listed(both)).toEqual([kept.code]);
    expect(await listed({ code: { eq: gone.code } })).toEqual([]);
    expect(await listed({ or: [both, { code: { eq: gone.code } }] })).toEqual([kept.code]);
    expect(await listed({ ...both, lifecycle: { eq: 'MERGED' } })).toEqual([gone.code]);
    expect(await listed({ and: [both, { not: { lifecycle: { eq: 'LEFT' } } }] })).toEqual([kept.code, gone.code]);
    expect(await listed({ mergedInto: { code: { eq: kept.code } } })).toEqual([gone.code]);
    const { data } = await graph.query(
      `query ($id: ID!, $code: String!) {
        node(id: $id) { ... on Customer { code mergedCustomers { totalCount nodes { code party { customers { totalCount } } } } } }
        customer(code: $code) { code }
      }`,
      { id: gone.id, code: gone.code },
      { as: clerk },
    );
    expect(data).toEqual({
      node: {
        code: kept.code,
        mergedCustomers: { totalCount: 1, nodes: [{ code: gone.code, party: { customers: { totalCount: 0 } } }] },
      },
      customer: { code: kept.code },
    });
  });
});
