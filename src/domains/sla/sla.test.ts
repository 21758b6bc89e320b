import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { Offering, Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { createInstances, OfferingInstance, ProductInstance } from '../inventory/index.js';

const staff: As = { sub: 'g1', name: 'Guo Fang', role: 'staff', region: '44' };
const otherStaff: As = { sub: 's1', role: 'staff', region: '51' };

let graph: TestGraph;
const ids: Record<string, string> = {};

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query(
    '{ region(code: "4401") { id } availability: slaIndicator(code: "AVAILABILITY") { id } mttr: slaIndicator(code: "MTTR") { id } }',
  );
  Object.assign(ids, { availability: data.availability.id, mttr: data.mttr.id });
  for (const code of ['BIGCO', 'BOB']) {
    const document = 'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }';
    const created = await graph.query(document, {
      input: { code, regionId: data.region.id, individual: { name: code } },
    });
    ids[code] = created.data.customerCreate.customer.id;
  }
  await graph.database.write(graph.database.systemContext('test'), async (tx) => {
    const customer = await tx.em.findOneOrFail(Customer, { code: 'BIGCO' });
    const offering = await tx.em.findOneOrFail(Offering, { code: 'OF_LEASED_LINE' });
    const product = await tx.em.findOneOrFail(Product, { code: 'LEASED_LINE' });
    const made = await createInstances(tx, {
      customer,
      region: customer.region,
      offering,
      tariffPlan: null,
      account: null,
      pieces: [{ product }],
    });
    ids.line = encodeId(nounOf(ProductInstance).tag!, made.productInstances[0]!.id);
    ids.bundle = encodeId(nounOf(OfferingInstance).tag!, made.offeringInstance.id);
  });
});
afterAll(() => graph.close());

const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const availability = () => ({ indicatorId: ids.availability, committedValue: '99.90', monitoringCycle: 'MONTH' });
const create = async (input: object = {}, as: As = staff) => {
  const document = `mutation ($input: SlaContractCreateInput!) { slaContractCreate(input: $input) { userErrors { code path }
    slaContract { id contractNo status terms { nodes { id committedValue warningValue alarmValue reportingCycle indicator { code } } } } } }`;
  const given = {
    customerId: ids.BIGCO,
    productInstanceId: ids.line,
    customerSignatory: 'Chen Wei',
    operatorSignatory: 'Guo Fang',
    signedAt: '2026-01-01T00:00:00Z',
    terms: [availability()],
    ...input,
  };
  const { data, errors } = await graph.query(document, { input: given }, { as });
  expect(errors).toBeUndefined();
  return data.slaContractCreate;
};
const measure = async (
  slaTermId: string,
  value: string,
  measuredAt: string | null = '2026-03-10T08:00:00Z',
  as: As = staff,
) => {
  const document = `mutation ($input: SlaMeasurementRecordInput!) { slaMeasurementRecord(input: $input) { userErrors { code path }
    measurement { value deviation level cycleFrom handler } problem { problemNo source actualValue deviation customer { code } term { indicator { code } } } } }`;
  const { data, errors } = await graph.query(document, { input: { slaTermId, value, measuredAt } }, { as });
  expect(errors).toBeUndefined();
  return data.slaMeasurementRecord;
};
const termOf = async (input: object = {}) => (await create(input)).slaContract.terms.nodes[0].id as string;
const faults = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
describe('SLA contracts', () => {
  test('SLA-19 SLA-21 SLA-22 a signed contract has its terms, alarm values and cycles at once', async () => {
    const { slaContract, userErrors } = await create({
      terms: [
        availability(),
        {
          indicatorId: ids.mttr,
          committedValue: '4',
          warningValue: '3.5',
          alarmValue: '4.5',
          monitoringCycle: 'WEEK',
          reportingCycle: 'QUARTER',
        },
      ],
    });
    expect(userErrors).toEqual([]);
    expect(slaContract).toMatchObject({ status: 'ACTIVE', contractNo: expect.stringMatching(/^SL-\d{8}$/) });
    expect(slaContract.terms.nodes).toEqual([
      {
        id: expect.any(String),
        committedValue: '99.90',
        warningValue: '99.95',
        alarmValue: '99.90',
        reportingCycle: 'MONTH',
        indicator: { code: 'AVAILABILITY' },
      },
      {
        id: expect.any(String),
        committedValue: '4',
        warningValue: '3.5',
        alarmValue: '4.5',
        reportingCycle: 'QUARTER',
        indicator: { code: 'MTTR' },
      },
    ]);
    const [event] = await rows(
      `select h.to_state, c.code from history_entry h join sla_contract s on s.id = h.subject_id join customer c on c.id = h.customer_id where s.contract_no = $1`,
      [slaContract.contractNo],
    );
    expect(event).toEqual({ to_state: 'ACTIVE', code: 'BIGCO' });
  });

  test.each<[string, () => object, string]>([
    [
      'a warning value on the bad side of the alarm value',
      () => ({ terms: [{ ...availability(), warningValue: '99.8' }] }),
      'CONTRADICTORY input.terms.0.warningValue',
    ],
    ['an indicator twice', () => ({ terms: [availability(), availability()] }), 'DUPLICATE input.terms.1.indicatorId'],
    ['no term', () => ({ terms: [] }), 'TOO_FEW input.terms'],
    ['nothing covered', () => ({ productInstanceId: null }), 'REQUIRED input.productInstanceId'],
    ['two things covered', () => ({ offeringInstanceId: ids.bundle }), 'CONTRADICTORY input.productInstanceId'],
    ['an instance of somebody else', () => ({ customerId: ids.BOB }), 'NOT_OF_CUSTOMER input.productInstanceId'],
    ['a signature in the future', () => ({ signedAt: '2999-01-01T00:00:00Z' }), 'IN_FUTURE input.signedAt'],
    ['an end before the beginning', () => ({ validTo: '2025-01-01T00:00:00Z' }), 'CONTRADICTORY input.validTo'],
    ['an extension without an end', () => ({ autoExtend: true }), 'REQUIRED input.validTo'],
  ])('SLA-19 refuses %s and writes nothing', async (_what, input, fault) => {
    const before = await rows(
      'select (select count(*) from sla_contract) contracts, (select count(*) from sla_term) terms',
    );
    expect(faults(await create(input()))).toEqual([fault]);
    expect(
      await rows('select (select count(*) from sla_contract) contracts, (select count(*) from sla_term) terms'),
    ).toEqual(before);
  });

  test('MOD-84 staff of another province may not promise anything here', async () => {
    expect(faults(await create({}, otherStaff))).toEqual(['NOT_FOUND input.customerId']);
  });
});

describe('measurements', () => {
  test('SLA-30 SLA-31 SLA-38 passing the alarm value reports one problem per cycle', async () => {
    const term = await termOf();
    expect(await measure(term, '99.97')).toMatchObject({
      measurement: { level: 'OK', deviation: '0.07', cycleFrom: '2026-03-01T00:00:00.000Z', handler: 'Guo Fang' },
      problem: null,
    });
    expect(await measure(term, '99.93', '2026-03-11T08:00:00Z')).toMatchObject({
      measurement: { level: 'WARNING' },
      problem: null,
    });
    const { measurement, problem } = await measure(term, '99.85', '2026-03-12T08:00:00Z');
    expect(measurement).toMatchObject({ level: 'VIOLATION', deviation: '-0.05' });
    expect(problem).toEqual({
      problemNo: expect.stringMatching(/^SP-\d{8}$/),
      source: 'AUTO',
      actualValue: '99.85',
      deviation: '-0.05',
      customer: { code: 'BIGCO' },
      term: { indicator: { code: 'AVAILABILITY' } },
    });
    expect((await measure(term, '99.80', '2026-03-13T08:00:00Z')).problem).toBeNull();
    expect((await measure(term, '99.80', '2026-04-01T00:00:00Z')).problem).not.toBeNull();
    const types = await rows(
      `select h.type from history_entry h join running_indicator r on true join sla_term t on t.id = r.term_id and t.sla_contract_id = h.subject_id
       where r.term_id = (select term_id from sla_problem where problem_no = $1) and h.kind = 'BUSINESS_FACT' group by h.id, h.type, h.sequence order by h.sequence`,
      [problem.problemNo],
    );
    expect(types.map(({ type }) => type)).toEqual(['sla.warned', 'sla.violated', 'sla.violated']);
  });

  test('SLA-38 many measurements at once report one problem', async () => {
    const term = await termOf();
    const answers = await Promise.all(Array.from({ length: 6 }, () => measure(term, '90')));
    expect(answers.flatMap(faults)).toEqual([]);
    expect(answers.filter(({ problem }) => problem !== null)).toHaveLength(1);
  });

  test('SLA-31 lower is better for the time to repair', async () => {
    const term = await termOf({
      terms: [{ indicatorId: ids.mttr, committedValue: '4', warningValue: '3.5', monitoringCycle: 'MONTH' }],
    });
    expect((await measure(term, '4.0')).measurement).toMatchObject({ level: 'WARNING', deviation: '0' });
    expect((await measure(term, '4.2')).problem).toMatchObject({ deviation: '-0.2' });
  });

  test('refuses values from outside the time in which the contract binds', async () => {
    const term = await termOf({ validTo: '2026-02-01T00:00:00Z' });
    expect(faults(await measure(term, '99', '2025-12-31T23:59:59Z'))).toEqual(['NOT_IN_FORCE input.measuredAt']);
    expect(faults(await measure(term, '99', '2026-02-01T00:00:00Z'))).toEqual(['NOT_IN_FORCE input.measuredAt']);
    expect(faults(await measure(term, '99', '2999-01-01T00:00:00Z'))).toEqual(['IN_FUTURE input.measuredAt']);
    expect(faults(await measure(term, '99.99', '2026-01-31T23:59:59Z'))).toEqual([]);
  });

  test('MOD-84 staff of another province find no term, and nothing is written', async () => {
    const term = await termOf();
    const count = () => rows('select count(*) from running_indicator');
    const before = await count();
    expect(faults(await measure(term, '90', null, otherStaff))).toEqual(['NOT_FOUND input.slaTermId']);
    expect(await count()).toEqual(before);
  });
});
