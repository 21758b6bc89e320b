import { beforeAll, expect, test } from '@jest/globals';
import { clerk, customerIn, elsewhere, runningFor, soldOffering } from '../../testing/campaign-desk.js';
import type { As } from '../../testing/graph.js';
import { ask, idOf, ok, refused, rows, useCatalogueDesk } from '../../testing/catalogue-desk.js';

useCatalogueDesk();

let anna: { id: string; code: string };
let ben: { id: string; code: string };
let campaignEventId: string;
let eventNo: string;

const counts = () =>
  rows('select (select count(*) from "opportunity") "all", (select count(*) from "history_entry") "entries"');
const input = async (more: object) => ({
  ...{ customerId: anna.id, name: 'Answered the campaign', intention: 'ADD', source: 'CAMPAIGN' },
  ...{ lines: [{ offeringId: await idOf('offering', await soldOffering()) }], ...more },
});

beforeAll(async () => {
  [anna, ben] = [await customerIn('4401', 'Anna'), await customerIn('4401', 'Ben')];
  const campaignId = await runningFor('Spring', [anna.id, ben.id]);
  const { participation } = await ok(
    'campaignOutcomeRecord',
    'participation { events { nodes { id eventNo } } }',
    { campaignId, customerId: anna.id, outcome: 'RESPONDED', channel: 'CALL_CENTRE' },
    clerk,
  );
  ({ id: campaignEventId, eventNo } = participation.events.nodes[0]);
});

test('SAL-07 R67 from a campaign it names the answer that brought it, which the customer gave, and is found by it', async () => {
  const before = await counts();
  const no = async (more: object, as: As = clerk) => refused('opportunityCreate', await input(more), as);
  expect(await no({})).toEqual(['REQUIRED input.campaignEventId']);
  expect(await no({ source: 'OTHER', campaignEventId })).toEqual(['CONTRADICTORY input.campaignEventId']);
  expect(await no({ customerId: ben.id, campaignEventId })).toEqual(['NOT_OF_CUSTOMER input.campaignEventId']);
  expect(await counts()).toEqual(before);
  const { opportunity } = await ok(
    'opportunityCreate',
    'opportunity { id opportunityNo }',
    await input({ campaignEventId }),
    clerk,
  );
  const read = (as: As = clerk) =>
    ask(
      `query ($id: ID!) { opportunity(id: $id) { source campaignEvent { eventNo campaign { name } opportunities { nodes { opportunityNo } } } } }`,
      { id: opportunity.id },
      as,
    );
  expect((await read()).opportunity).toEqual({
    source: 'CAMPAIGN',
    campaignEvent: {
      ...{ eventNo, campaign: { name: 'Spring' } },
      opportunities: { nodes: [{ opportunityNo: opportunity.opportunityNo }] },
    },
  });
  expect((await read(elsewhere)).opportunity).toBeNull();
});

test('SAL-07 an opportunity that goes on with another customer does not go on with the answer of this one', async () => {
  const { opportunity } = await ok('opportunityCreate', 'opportunity { id }', await input({ campaignEventId }), clerk);
  const fields =
    'opportunity { campaignEvent { eventNo } earlier { nodes { earlier { campaignEvent { eventNo } } } } }';
  const convert = { opportunityId: opportunity.id, customerId: ben.id, reason: 'It was for Ben' };
  expect((await ok('opportunityConvert', fields, convert, clerk)).opportunity).toEqual({
    campaignEvent: null,
    earlier: { nodes: [{ earlier: { campaignEvent: { eventNo } } }] },
  });
});
