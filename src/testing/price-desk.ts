import {
  OfferingInstance,
  OfferingInstanceStatus,
  ProductInstance,
  ProductInstanceStatus,
} from '../domains/inventory/index.js';
import { Customer } from '../domains/customer/index.js';
import { Offering, Product } from '../domains/catalogue/index.js';
import { TimePeriod, uuidOf, v7 } from '../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from './graph.js';
import { approve } from './second-person.js';

/** A running graph with what tests of tariffs and sales do again and again. */
export interface PriceDesk {
  graph: TestGraph;
  /** Ids of offerings of the baseline, by code. */
  offeringId(code: string): Promise<string>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in the graph
  run(mutation: string, fields: string, input: object, as?: As): Promise<any>;
  /** Runs a mutation that must be held, and approves it as somebody else. @param subjectId what the approval is about */
  settled(mutation: string, subjectId: string, input: object): Promise<void>;
  /** Runs a query with an input object; fails on errors. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in the graph
  ask(query: string, type: string, fields: string, input: object, as?: As): Promise<any>;
  /** Writes rules and a plan of them, active and tied to an offering. @returns id of the plan */
  plan(code: string, offering: string, rules: readonly (object | string)[], more?: object): Promise<string>;
  rule(input: object): Promise<string>;
  /** A new customer in a region. @returns id */
  customer(name: string, region?: string): Promise<string>;
  /** Gives a customer so many of an offering, each with one of some products. */
  give(customerId: string, offeringCode: string, count: number, ...productCodes: string[]): Promise<void>;
  count(table: string): Promise<number>;
}

/** Staff who look after products. */
export const manager: As = { sub: 'pm1', role: 'staff', region: '86' };

const typeOf = (mutation: string) => `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;

export async function openPriceDesk(): Promise<PriceDesk> {
  const graph = await startTestGraph();
  const ids = new Map<string, string>();
  const desk: PriceDesk = {
    graph,
    async offeringId(code) {
      if (!ids.has(code)) {
        const { data } = await graph.query('query ($code: String!) { offering(code: $code) { id } }', { code });
        ids.set(code, data.offering.id);
      }
      return ids.get(code)!;
    },
    async run(mutation, fields, input, as = manager) {
      const document = `mutation ($input: ${typeOf(mutation)}!) { ${mutation}(input: $input) { userErrors { code message path details } ${fields} } }`;
      const { data, errors } = await graph.query(document, { input }, { as });
      expect(errors).toBeUndefined();
      return data[mutation];
    },
    async settled(mutation, subjectId, input) {
      expect(await desk.run(mutation, 'held', input)).toEqual({ userErrors: [], held: true });
      await approve(graph, subjectId);
    },
    async ask(query, type, fields, input, as = manager) {
      const document = `query ($input: ${type}!) { ${query}(input: $input) { ${fields} } }`;
      const { data, errors } = await graph.query(document, { input }, { as });
      expect(errors).toBeUndefined();
      return data[query];
    },
    async rule(input) {
      const { tariffRule, held, userErrors } = await desk.run('tariffRuleSave', 'held tariffRule { id }', {
        name: 'Fee',
        type: 'ONE_TIME',
        currency: 'CNY',
        ...input,
      });
      expect(userErrors).toEqual([]);
      if (held) await approve(graph, tariffRule.id);
      return tariffRule.id;
    },
    async plan(code, offering, rules, more = {}) {
      const { tariffPlan, userErrors } = await desk.run('tariffPlanCreate', 'tariffPlan { id }', {
        code,
        name: code,
        type: 'ONE_TIME',
        amount: '0',
        currency: 'CNY',
        validFrom: '2020-01-01T00:00:00Z',
        ...more,
      });
      expect(userErrors).toEqual([]);
      const tariffPlanId = tariffPlan.id;
      const members = [];
      for (const rule of rules)
        members.push({
          tariffRuleId:
            typeof rule === 'string' ? rule : await desk.rule({ validFrom: '2020-01-01T00:00:00Z', ...rule }),
        });
      const composed = await desk.run('tariffPlanCompose', 'tariffPlan { id }', { tariffPlanId, members });
      expect(composed.userErrors).toEqual([]);
      for (const action of ['APPROVE', 'ACTIVATE'])
        await desk.run('tariffPlanStatusChange', 'tariffPlan { id }', { tariffPlanId, action }, 'admin');
      const offeringId = await desk.offeringId(offering);
      await desk.settled('offeringTariffSave', offeringId, {
        ...{ offeringId, tariffPlanId, validFrom: '2020-01-01T00:00:00Z' },
      });
      return tariffPlanId;
    },
    async customer(name, region = '4401') {
      const { data } = await graph.query('query ($region: String!) { region(code: $region) { id } }', { region });
      const { customer, userErrors } = await desk.run(
        'customerCreate',
        'customer { id }',
        { regionId: data.region.id, individual: { name } },
        'admin',
      );
      expect(userErrors).toEqual([]);
      return customer.id;
    },
    async give(customerId, offeringCode, count, ...productCodes) {
      await graph.database.write(graph.database.systemContext('test'), async (tx) => {
        const customer = (await tx.find(Customer, uuidOf(customerId, 'cu', [])))!;
        const offering = await tx.em.findOneOrFail(Offering, { code: offeringCode });
        const products = await tx.em.find(Product, { code: { $in: productCodes } });
        for (let index = 0; index < count; index++) {
          const offeringInstance = tx.add(
            Object.assign(new OfferingInstance(), {
              customer,
              offering,
              status: OfferingInstanceStatus.ACTIVE,
              validity: TimePeriod.since(tx.at),
              tariffPlan: null,
              agreedPrice: null,
              region: customer.region,
            }),
          );
          for (const product of products)
            tx.add(
              Object.assign(new ProductInstance(), {
                ...{ instanceNo: `GIVEN-${v7()}`, status: ProductInstanceStatus.ACTIVE, product, offeringInstance },
                ...{ customer, region: customer.region, activatedAt: tx.at },
              }),
            );
        }
      });
    },
    async count(table) {
      const { rows } = await graph.database.pool.query<{ n: number }>(`select count(*)::int n from "${table}"`);
      return rows[0]!.n;
    },
  };
  return desk;
}

/** Codes of refusals with the paths of their fields. */
export const faults = (payload: { userErrors: { code: string; path: string[] }[] }): string[] =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
