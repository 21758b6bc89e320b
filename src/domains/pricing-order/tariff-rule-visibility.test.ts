import { beforeAll, expect, test } from '@jest/globals';
import {
  approver,
  ask,
  graph,
  idOf,
  manager,
  ok,
  productInUse,
  rows,
  useCatalogueDesk,
  writeProduct,
} from '../../testing/catalogue-desk.js';
import { encodeId } from '../../kernel/model/index.js';
import type { As } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';

useCatalogueDesk();

const self = (customer: string): As => ({ sub: customer, role: 'customer', customer });
const partner: As = { sub: 'CONNECT', role: 'partner', partner: 'CONNECT' } as never;
const ids: Record<string, string> = {};
const CODES = ['TV_LOOSE', 'TV_DRAFT', 'TV_SOLD', 'TV_OWN', 'TV_STANDARD', 'TV_PLANNED'];

async function rule(code: string, more: object = {}): Promise<string> {
  const input = { code, name: code, type: 'ONE_TIME', currency: 'CNY', value: '10', tiers: [], ...more };
  return (await ok('tariffRuleSave', 'tariffRule { id }', input))['tariffRule'].id as string;
}

/** A draft of a plan with a rule of its own. */
async function planWith(code: string): Promise<string> {
  const input = { code: `${code}_PLAN`, name: code, type: 'PERIODIC', period: 'MONTH', amount: '7', currency: 'CNY' };
  const { tariffPlan } = await ok('tariffPlanCreate', 'tariffPlan { id }', input);
  const tiers = [{ basis: 'ORDER', threshold: 2, value: '5' }];
  const members = [{ tariffRuleId: await rule(code, { tiers }) }];
  await ok('tariffPlanCompose', '__typename', { tariffPlanId: tariffPlan.id, members });
  return tariffPlan.id as string;
}
const step = (tariffPlanId: string, action: string, as: As) =>
  ok('tariffPlanStatusChange', '__typename', { tariffPlanId, action, reason: 'r' }, as);

/** Codes of the rules of this file that somebody sees, by each way to them. */
async function seen(as: As) {
  const found = await ask(
    `query ($codes: [String!]!, $ids: [ID!]!) {
       list: tariffRules(first: 50, filter: { code: { in: $codes } }) { totalCount nodes { code value } }
       nodes(ids: $ids) { ... on TariffRule { code } }
       sum: tariffRules(filter: { code: { in: $codes } }) { aggregate { count } }
       sorted: tariffRules(first: 50, filter: { code: { in: $codes } }, orderBy: [{ field: CODE }]) { nodes { code } }
     }`,
    { codes: CODES, ids: CODES.map((code) => ids[code]) },
    as,
  );
  const codes = found.list.nodes.map(({ code }: { code: string }) => code).sort();
  expect(found.list.totalCount).toBe(codes.length);
  expect(found.sum.aggregate).toEqual([{ count: codes.length }]);
  expect(found.sorted.nodes.map(({ code }: { code: string }) => code)).toEqual(codes);
  expect(
    found.nodes
      .filter(Boolean)
      .map(({ code }: { code: string }) => code)
      .sort(),
  ).toEqual(codes);
  return codes;
}

beforeAll(async () => {
  const regionId = await idOf('region', '4401');
  for (const code of ['TV_ANN', 'TV_BOB']) {
    const input = { code, regionId, individual: { name: code } };
    ids[code] = (await ok('customerCreate', 'customer { id }', input, 'admin'))['customer'].id;
  }
  await rule('TV_LOOSE');
  await planWith('TV_DRAFT');
  const sold = await planWith('TV_SOLD');
  await step(sold, 'APPROVE', approver);
  await step(sold, 'ACTIVATE', manager);
  await approve(graph, await rule('TV_STANDARD', { productId: await productInUse('TV_PRODUCT') }));
  const { product } = await writeProduct('TV_DRAWN');
  await rule('TV_PLANNED', { productId: product.id });
  const tariffPlanId = await planWith('TV_OWN');
  await step(tariffPlanId, 'APPROVE', approver);
  const agreed = { customerId: ids['TV_ANN'], name: 'Own price', kind: 'FRAMEWORK', termMonths: 12 };
  const { contract } = await ok('contractCreate', 'contract { id }', agreed);
  await ok('contractSign', '__typename', { contractId: contract.id, customerSignatory: 'A', operatorSignatory: 'B' });
  await approve(graph, contract.id);
  const offeringId = await idOf('offering', 'OF_PHONE');
  await ok('individualPlanRequest', '__typename', { contractId: contract.id, offeringId, tariffPlanId });
  for (const code of CODES) ids[code] = await idOf('tariffRule', code);
});

test('PRD-118 customers and partners know the rules of plans that they see and of published products, and no others', async () => {
  expect(await seen(manager)).toEqual([...CODES].sort());
  expect(await seen(self('TV_ANN'))).toEqual(['TV_OWN', 'TV_SOLD', 'TV_STANDARD']);
  expect(await seen(self('TV_BOB'))).toEqual(['TV_SOLD', 'TV_STANDARD']);
  expect(await seen(partner)).toEqual(['TV_SOLD', 'TV_STANDARD']);
});

test('PRD-118 nor do they learn of others by their tiers', async () => {
  const tiers: { id: string; code: string }[] = (
    await rows(`select t.id, r.code from tariff_tier t join tariff_rule r on r.id = t.rule_id where r.code = any($1)`, [
      CODES,
    ])
  ).map(({ id, code }) => ({ id: encodeId('tz', id), code }));
  expect(tiers.map(({ code }) => code).sort()).toEqual(['TV_DRAFT', 'TV_OWN', 'TV_SOLD']);
  const shown = async (as: As) => {
    const { nodes } = await ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on TariffTier { value rule { code } } } }',
      { ids: tiers.map(({ id }) => id) },
      as,
    );
    return nodes.flatMap((node: { rule: { code: string } } | null) => node?.rule.code ?? []).sort();
  };
  expect(await shown(manager)).toEqual(['TV_DRAFT', 'TV_OWN', 'TV_SOLD']);
  expect(await shown(self('TV_ANN'))).toEqual(['TV_OWN', 'TV_SOLD']);
  expect(await shown(self('TV_BOB'))).toEqual(['TV_SOLD']);
  expect(await shown(partner)).toEqual(['TV_SOLD']);
});
