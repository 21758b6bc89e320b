import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { type CommitmentDesk, line, openCommitmentDesk } from '../../testing/commitment-desk.js';
import { faults, manager } from '../../testing/price-desk.js';
import { approve } from '../../testing/second-person.js';

let hall: CommitmentDesk;
beforeAll(async () => {
  sandboxPace.stepMs = 0;
  hall = await openCommitmentDesk();
});
afterAll(() => hall.desk.graph.close());

const FIBER = 'INTERNET_FIBER';
const versions = async () =>
  (
    await hall.desk.graph.query(
      '{ offering(code: "OF_HOME_FIBER") { versions(last: 3, orderBy: [{ field: NUMBER }]) { nodes { number content changedFields changedBy reason } } } }',
    )
  ).data.offering.versions.nodes;
const last = async () => (await versions()).at(-1);
const soldOn = async (customerId: string) => {
  const { data } = await hall.desk.graph.query(
    `query ($id: ID!) { customer(id: $id) { offeringInstances(first: 1) { nodes { offeringVersion { number } } }
      orders(first: 1) { nodes { items(first: 1) { nodes { offeringVersion { number } } } } } } }`,
    { id: customerId },
  );
  const { offeringInstances, orders } = data.customer;
  return [offeringInstances.nodes[0].offeringVersion.number, orders.nodes[0].items.nodes[0].offeringVersion.number];
};

describe('what was sold stays on its version', () => {
  test('PRD-41 PRD-53 services that are permitted are those of the version on which an instance was sold', async () => {
    const held = await hall.holder('Sold With All Services', 0);
    const before = await last();
    const services = (names: string[], more: object = {}) =>
      hall.desk.run('offeringServicesSave', 'offering { code }', { offeringId: hall.fiber, services: names, ...more });
    // What is refused makes no version, and neither does what changes nothing.
    expect(faults(await services(['FLY']))).toEqual(['BAD_VALUE input.services.0']);
    expect((await services([])).userErrors).toEqual([]);
    expect(await last()).toEqual(before);
    expect((await services(['INSTALL', 'REMOVE'], { reason: 'no moves' })).userErrors).toEqual([]);
    expect(before.content.allowedServices).toEqual([]);
    expect(await last()).toMatchObject({
      ...{ number: before.number + 1, changedFields: ['allowedServices'], changedBy: manager.sub, reason: 'no moves' },
      content: { allowedServices: ['INSTALL', 'REMOVE'] },
    });
    const move = ({ customerId, instances }: typeof held) =>
      hall.submit({
        customerId,
        items: [{ action: 'MOVE', productInstanceId: instances[FIBER], installAddress: 'Road 2' }],
      });
    const moved = await move(held);
    expect(moved.userErrors).toEqual([]);
    await hall.done(moved.order.id);
    const later = await hall.holder('Sold Without Moves', 0);
    expect(await soldOn(later.customerId)).toEqual([before.number + 1, before.number + 1]);
    const orders = await hall.desk.count('customer_order');
    expect((await move(later)).userErrors).toMatchObject([
      {
        code: 'SERVICE_NOT_IN_OFFERING',
        details: {
          allowed: ['INSTALL', 'REMOVE'],
          judgedBy: { offering: 'OF_HOME_FIBER', version: before.number + 1 },
        },
      },
    ]);
    expect(await hall.desk.count('customer_order')).toBe(orders);
    expect((await services([])).userErrors).toEqual([]);
  });

  test('PRD-54 PRD-53 what a customer has excludes what its version does, for orders and for the qualification alike', async () => {
    const phone = await hall.desk.offeringId('OF_PHONE');
    const free = await hall.holder('Sold Without Exclusion', 0);
    const before = await last();
    const relate = (more: object = {}) =>
      hall.desk.run('offeringRelationSave', 'offering { code }', {
        ...{ fromId: hall.fiber, toId: phone, kind: 'EXCLUDE', ...more },
      });
    expect(faults(await relate({ remove: true }))).toEqual(['NOT_FOUND input.kind']);
    expect(await last()).toEqual(before);
    expect((await relate({ reason: 'too cheap' })).userErrors).toEqual([]);
    // Somebody else approves it first, and nobody is bound by it until then.
    expect(await last()).toEqual(before);
    await approve(hall.desk.graph, hall.fiber);
    const { number } = await last();
    expect(await last()).toMatchObject({
      ...{ number: before.number + 1, changedFields: ['relations'], changedBy: manager.sub, reason: 'too cheap' },
      content: { relations: expect.arrayContaining([{ kind: 'EXCLUDE', to: 'OF_PHONE', prompt: null }]) },
    });
    const { rows } = await hall.sql(
      `select reason, data from history_entry where type = 'offering.changed' order by sequence desc limit 1`,
    );
    expect(rows).toMatchObject([
      {
        reason: 'too cheap',
        data: { version: number, changes: [{ field: 'relation EXCLUDE', new: { to: 'OF_PHONE' } }] },
      },
    ]);
    const bound = await hall.holder('Sold With Exclusion', 0);
    const judged = async ({ customerId }: typeof free) =>
      (
        await hall.desk.ask(
          'offeringQualification',
          'OfferingQualificationInput',
          'items { objections { code details } }',
          {
            ...{ customerId, offeringIds: [phone] },
          },
        )
      ).items[0].objections;
    const excluded = {
      code: 'OFFERING_EXCLUDED',
      details: { code: 'OF_HOME_FIBER', judgedBy: { offering: 'OF_HOME_FIBER', version: number } },
    };
    const order = ({ customerId }: typeof free) => hall.submit({ customerId, items: [line(phone)] });
    expect(await judged(bound)).toMatchObject([excluded]);
    expect((await order(bound)).userErrors).toMatchObject([excluded]);
    expect(await judged(free)).toEqual([]);
    expect((await order(free)).userErrors).toEqual([]);
    // Taken away, it binds those who bought with it, and nobody after them.
    expect((await relate({ remove: true })).userErrors).toEqual([]);
    await approve(hall.desk.graph, hall.fiber);
    expect((await order(bound)).userErrors).toMatchObject([excluded]);
    const after = await hall.holder('Sold After Exclusion', 0);
    expect((await order(after)).userErrors).toEqual([]);
  });

  test('PRD-43 PRD-53 rules of sale belong to a version, which a refusal names; an order keeps the one that it was judged by', async () => {
    const { data } = await hall.desk.graph.query('{ salesRuleKinds(first: 100) { nodes { id code } } }');
    const kindId = data.salesRuleKinds.nodes.find(({ code }: { code: string }) => code === 'CUSTOMER_TYPE').id;
    const rules = (values: object[]) =>
      hall.desk.run('offeringSalesRulesSave', 'offering { code }', { offeringId: hall.fiber, rules: values });
    const early = await hall.holder('Sold Before The Rule', 0);
    const before = await last();
    const big = {
      any: [
        { kindId, values: ['BIG'] },
        { condition: 'false', negate: false, message: 'Never.' },
      ],
    };
    expect((await rules([big])).userErrors).toEqual([]);
    expect(before.content.salesRules).toEqual([]);
    expect(await last()).toMatchObject({
      ...{ number: before.number + 1, changedFields: ['salesRules'], changedBy: manager.sub },
      content: {
        salesRules: [
          {
            any: [
              { kind: 'CUSTOMER_TYPE', values: ['BIG'] },
              { condition: 'false', message: 'Never.' },
            ],
          },
        ],
      },
    });
    const customerId = await hall.desk.customer('Sold No More');
    const orders = await hall.desk.count('customer_order');
    expect((await hall.submit({ customerId, items: [line(hall.fiber)] })).userErrors).toMatchObject([
      {
        code: 'CUSTOMER_NOT_TARGETED',
        details: { judgedBy: { offering: 'OF_HOME_FIBER', version: before.number + 1 } },
      },
    ]);
    expect(await hall.desk.count('customer_order')).toBe(orders);
    // Who has it already is served as before.
    const move = { action: 'MOVE', productInstanceId: early.instances[FIBER], installAddress: 'Road 3' };
    expect((await hall.submit({ customerId: early.customerId, items: [move] })).userErrors).toEqual([]);
    expect(await soldOn(early.customerId)).toEqual([before.number, before.number]);
    // The same rules once more are no other version.
    const { number } = await last();
    await rules([big]);
    expect((await last()).number).toBe(number);
    await rules([]);
  });
});
