import { expect, test } from '@jest/globals';
import { ask, graph, idOf, ok, rows, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import { approveOnly } from '../../testing/second-person.js';
import { virtualClock } from '../../testing/virtual-clock.js';
import { markCards } from './card-expiry.service.js';

useCatalogueDesk();

const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;

test('RES-21 RES-22 cards that end within three months, and those that have ended, are marked and told once', async () => {
  const regionId = await idOf('region', '4401');
  const holder = { code: 'CITY', name: 'CITY', kind: 'DEPARTMENT', regionId };
  const holderId = (await ok('stockHolderCreate', 'stockHolder { id }', holder, keeper))['stockHolder'].id as string;
  const type = { code: 'MARKED', name: 'MARKED', category: 'CARD', serialised: true, unit: 'piece' };
  const typeId = (await ok('resourceTypeSave', 'resourceType { id }', type))['resourceType'].id as string;
  const clock = virtualClock(graph, '2026-11-01T00:00:00Z');
  try {
    const ends = [...Array.from({ length: 3 }, () => '2027-03-31'), '2027-05-31'];
    const items = ends.map((expiresOn, index) => ({ resourceNo: `K${index}`, expiresOn }));
    await ok('stockIn', '__typename', { holderId, typeId, items }, keeper);
    const context = graph.database.systemContext('clock');
    const marks = async () =>
      (
        await ask(
          '{ resourceItems(first: 9, filter: { type: { code: { eq: "MARKED" } }, expiry: { isNull: false } }, orderBy: [{ field: RESOURCE_NO }]) { nodes { resourceNo expiry } } }',
          {},
          keeper,
        )
      ).resourceItems.nodes.map(({ resourceNo, expiry }: Record<string, string>) => `${resourceNo} ${expiry}`);
    const told = async () =>
      (
        await rows(
          `select type, data from history_entry where type in ('card.expiry.near', 'card.expired') and data->>'type' = 'MARKED' order by sequence`,
        )
      ).map(({ type, data }) => `${type} ${data.holder} ${data.count} ${data.expiresOn}`);
    // The last moment before 31 December begins where the operator is.
    clock.set('2026-12-30T15:59:00Z');
    await markCards(context);
    expect(await marks()).toEqual([]);
    clock.set('2026-12-30T16:00:00Z');
    await Promise.all([1, 2, 3].map(() => markCards(context)));
    await markCards(context);
    expect(await marks()).toEqual(['K0 NEAR_EXPIRY', 'K1 NEAR_EXPIRY', 'K2 NEAR_EXPIRY']);
    clock.set('2027-03-31T16:00:00Z');
    await ok('stockScrap', 'held', { holderId, typeId, resourceNos: ['K2'], reason: 'old' }, keeper);
    await approveOnly(graph, 'STOCK_SCRAP');
    await markCards(context);
    await markCards(context);
    expect(await marks()).toEqual(['K0 EXPIRED', 'K1 EXPIRED', 'K2 NEAR_EXPIRY', 'K3 NEAR_EXPIRY']);
    const counts = await told();
    expect(counts.filter((each) => each.startsWith('card.expired'))).toEqual(['card.expired CITY 2 2027-03-31']);
    expect(counts.filter((each) => each.endsWith('2027-05-31'))).toEqual(['card.expiry.near CITY 1 2027-05-31']);
  } finally {
    clock.stop();
  }
});
