import { expect, test } from '@jest/globals';
import { ask, faults, graph, idOf, ok, refused, rows, run, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import {
  approve,
  atTime,
  builtList,
  campaignOf,
  clerk,
  customerIn,
  elsewhere,
  inHours,
  marketer,
  move,
  plannedAs,
  publishedList,
  runningFor,
  soldOffering,
} from '../../testing/campaign-desk.js';
import type { As } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { encodeId } from '../../kernel/model/index.js';

useCatalogueDesk();

const count = async (table: string) => Number((await rows(`select count(*) "n" from "${table}"`))[0].n);
const outcome = (campaignId: string, customerId: string, what: string, more: object = {}, as: As = clerk) =>
  run(
    'campaignOutcomeRecord',
    'participation { outcome contacts contactedAt respondedAt convertedAt promotion }',
    { campaignId, customerId, outcome: what, channel: 'CALL_CENTRE', ...more },
    as,
  );
const list = (campaignId: string, more: object, as: As = marketer) =>
  run(
    'campaignTargetListCreate',
    'targetList { id listNo status targets controls excluded duplicates }',
    { campaignId, name: 'L', ...more },
    as,
  );

test('CMP-01 CMP-02 CMP-07 MOD-50 a campaign has goals in figures, dates, a budget, a unit and a region, and aims at offerings, segments, channels and regions', async () => {
  const offeringId = await idOf('offering', await soldOffering());
  const objectives = [
    { metric: 'NEW_CUSTOMERS', unit: 'COUNT', targetValue: '1000000' },
    { metric: 'VALUE_LIFT', unit: 'AMOUNT', currency: 'CNY', targetValue: '12.50' },
  ];
  const { customerSegments } = await ask(
    '{ customerSegments(first: 1, filter: { status: { eq: ACTIVE } }) { nodes { id code } } }',
    {},
    'admin',
  );
  const segments = customerSegments.nodes;
  const input = await plannedAs('Summer', {
    ...{ objectives, offeringIds: [offeringId], segmentIds: segments.map(({ id }: { id: string }) => id) },
    ...{
      budget: { amount: '50000.00', currency: 'CNY' },
      regionIds: [await idOf('region', '4401')],
      terms: 'One year.',
    },
  });
  const before = await count('campaign');
  const no = (more: object, as: As = marketer) => refused('campaignSave', { ...input, ...more }, as);
  expect(await no({ plannedEnd: input.plannedStart })).toEqual(['CONTRADICTORY input.plannedEnd']);
  expect(await no({ budget: { amount: '-1', currency: 'CNY' } })).toEqual(['TOO_SMALL input.budget.amount']);
  expect(await no({ budget: { amount: '1', currency: 'XXQ' } })).toEqual(['BAD_VALUE input.budget.currency']);
  expect(await no({ objectives: [objectives[0], objectives[0]] })).toEqual(['DUPLICATE input.objectives.1.metric']);
  expect(await no({ regionIds: [await idOf('region', '51')] })).toEqual(['OUT_OF_SCOPE input.regionIds.0']);
  expect(await no({}, clerk)).toEqual(['OUT_OF_SCOPE input.regionId']);
  expect(await count('campaign')).toBe(before);

  const { campaign: made } = await ok('campaignSave', 'campaign { id campaignNo status version }', input, marketer);
  expect(made).toMatchObject({ campaignNo: expect.stringMatching(/^CMP-\d{8}$/), status: 'INITIAL', version: 1 });
  const change = {
    ...input,
    campaignId: made.id,
    expectedVersion: 1,
    name: 'Late summer',
    objectives: objectives.slice(1),
  };
  const raced = await Promise.all([1, 2].map(() => run('campaignSave', 'campaign { version }', change, marketer)));
  expect(raced.flatMap(faults)).toEqual(['VERSION_CONFLICT input.expectedVersion']);
  const { campaign } = await ask(
    `query ($no: String!) { campaign(campaignNo: $no) { name version scope budget { amount currency } ownerOrganization { code } region { code }
      objectives(first: 9) { nodes { metric targetValue } } regions(first: 9) { nodes { chosen region { code } } }
      targets(first: 20, orderBy: [{ field: KIND }]) { nodes { kind offering { id } segment { code } channel } } } }`,
    { no: made.campaignNo },
    marketer,
  );
  expect(campaign).toMatchObject({
    ...{ name: 'Late summer', version: 2, scope: 'REGIONAL', budget: { amount: '50000.00', currency: 'CNY' } },
    ...{ ownerOrganization: { code: 'H4401' }, region: { code: '44' } },
    objectives: { nodes: [{ metric: 'VALUE_LIFT', targetValue: '12.50' }] },
    regions: { nodes: [{ chosen: true, region: { code: '4401' } }] },
  });
  expect(campaign.targets.nodes.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    ...['CHANNEL', 'CHANNEL', 'OFFERING', ...segments.map(() => 'SEGMENT')],
  ]);
  // Those whom it reaches see it; the others do not.
  const seen = (as: As) => ask('query ($id: ID!) { campaign(id: $id) { name } }', { id: made.id }, as);
  expect((await seen(clerk)).campaign).toEqual({ name: 'Late summer' });
  expect((await seen(elsewhere)).campaign).toBeNull();
  expect(await refused('campaignSave', { ...input, campaignId: made.id }, clerk)).toEqual([
    'OUT_OF_SCOPE input.campaignId',
  ]);
});

test('CMP-41 CMP-42 a list by rule finds who meets the condition in the regions of the campaign, and leaves out who must not be contacted', async () => {
  const campaignId = await campaignOf('Ruled', { regionIds: [await idOf('region', '4401')] });
  const born = (age: number) => `${new Date().getUTCFullYear() - age - 1}-01-01`;
  const people = await Promise.all(
    [18, 21, 30].map((age) =>
      customerIn('4401', `Age ${age}`, { birthDate: born(age), gender: 'MALE', occupation: 'sailor' }),
    ),
  );
  await customerIn('51', 'Far away', { birthDate: born(30), gender: 'MALE', occupation: 'sailor' });
  const poor = await customerIn('4401', 'Poor', { birthDate: born(30), gender: 'MALE', occupation: 'sailor' });
  await ok('creditAdjust', '__typename', { customerId: poor.id, score: '10', reason: 'r' }, 'admin');
  expect(faults(await list(campaignId, { condition: 'customer.nothing = 1' }))).toEqual([
    'RULE_UNKNOWN_NAME input.condition',
  ]);
  expect(faults(await list(campaignId, {}))).toEqual(['CONTRADICTORY input.condition']);
  expect(await count('target_list')).toBe(0);
  const condition =
    'customer.occupation = "sailor" and customer.age >= 16 and customer.age <= 45 and not(customer.age in [20..22])';
  const { targetList } = await list(campaignId, { condition });
  expect(targetList.status).toBe('BUILDING');
  const built = await builtList(targetList.listNo);
  expect(built).toMatchObject({ targets: 2, controls: 0, excluded: 1, duplicates: 0 });
  const member = (code: string, exclusion: string | null) => ({ group: 'TARGET', exclusion, customer: { code } });
  expect(built.members.nodes).toHaveLength(3);
  expect(built.members.nodes).toEqual(
    expect.arrayContaining([
      member(people[0]!.code, null),
      member(people[2]!.code, null),
      member(poor.code, 'BLACK_LIST'),
    ]),
  );
});

test('CMP-33 CMP-42 lists from segments and by hand have each customer once, keep a control group by chance, and are frozen when published', async () => {
  const dimension = await ok('segmentDimensionSave', 'dimension { id }', { code: 'CAMP_A', name: 'A' }, 'admin');
  const other = await ok('segmentDimensionSave', 'dimension { id }', { code: 'CAMP_B', name: 'B' }, 'admin');
  const segment = async (code: string, dimensionId: string) =>
    (await ok('customerSegmentSave', 'segment { id }', { code, name: code, dimensionId }, 'admin'))['segment']
      .id as string;
  const [one, two] = [
    await segment('CAMP_A1', dimension['dimension'].id),
    await segment('CAMP_B1', other['dimension'].id),
  ];
  const people = await Promise.all(Array.from({ length: 30 }, (_, index) => customerIn('4401', `Person ${index}`)));
  const join = (segmentId: string, customers: { id: string }[]) =>
    graph.query(
      'mutation ($input: SegmentMembersInput!) { customerSegmentMembersAdd(input: $input) { userErrors { code } } }',
      { input: { segmentId, customerIds: customers.map(({ id }) => id) } },
    );
  await join(one, people);
  await join(two, people.slice(0, 5));
  const campaignId = await campaignOf('Segmented');
  const segmentIds = [one, two];
  const lists = [];
  for (let index = 0; index < 2; index++) {
    const { targetList } = await list(campaignId, { segmentIds, controlPercent: 50 });
    lists.push(await builtList(targetList.listNo));
  }
  const [first, again] = lists;
  expect(first).toMatchObject({ duplicates: 5, excluded: 0 });
  expect(first.targets + first.controls).toBe(30);
  expect(first.controls).toBeGreaterThan(0);
  expect(first.targets).toBeGreaterThan(0);
  const groups = (each: typeof first) =>
    new Map(
      each.members.nodes.map((member: { customer: { code: string }; group: string }) => [
        member.customer.code,
        member.group,
      ]),
    );
  expect(groups(again)).toEqual(groups(first));

  const change = (more: object) => refused('campaignTargetListChange', { targetListId: first.id, ...more }, marketer);
  const { targetList: changed } = await ok(
    'campaignTargetListChange',
    'targetList { targets controls duplicates }',
    { targetListId: first.id, addCustomerIds: [people[1]!.id], removeCustomerIds: [people[0]!.id] },
    marketer,
  );
  expect(changed.targets + changed.controls).toBe(29);
  expect(changed.duplicates).toBe(6);
  expect(await change({ removeCustomerIds: [people[0]!.id] })).toEqual(['NOT_FOUND input.removeCustomerIds.0']);
  const far = await customerIn('51', 'Far');
  expect(faults(await list(campaignId, { customerIds: [far.id] }))).toEqual(['NOT_FOUND input.customerIds.0']);
  expect(faults(await list(campaignId, { customerIds: [far.id] }, 'admin'))).toEqual([
    'OUT_OF_SCOPE input.customerIds.0',
  ]);
  await ok('campaignTargetListPublish', '__typename', { targetListId: first.id }, marketer);
  expect(await change({ addCustomerIds: [people[0]!.id] })).toEqual(['INVALID_STATE input.targetListId']);
  expect(await refused('campaignTargetListDiscard', { targetListId: first.id }, marketer)).toEqual([
    'INVALID_TRANSITION',
  ]);
  // The database itself keeps it, too.
  await expect(
    graph.database.pool.query(
      `delete from "target_member" where "list_id" = (select "id" from "target_list" where "status" = 'PUBLISHED' limit 1)`,
    ),
  ).rejects.toThrow('never changed');
  await ok('campaignTargetListDiscard', '__typename', { targetListId: again.id }, marketer);
  expect(await rows(`select count(*)::int "n" from "target_member"`)).toContainEqual({ n: expect.any(Number) });
  const aggregate = await ask(
    'query ($id: ID!) { targetList(id: $id) { members(first: 1) { aggregate(groupBy: [{ dimension: GROUP }]) { count key { group } } } } }',
    { id: first.id },
    marketer,
  );
  const total = aggregate.targetList.members.aggregate.reduce(
    (sum: number, each: { count: number }) => sum + each.count,
    0,
  );
  expect(total).toBe(29);
});

test('PRD-44 an offering is opened to those whom a campaign turns to: its published lists, without the control group', async () => {
  const [target, other] = await Promise.all(['Wanted', 'Unwanted'].map((name) => customerIn('4401', name)));
  const code = await soldOffering();
  const offeringId = await idOf('offering', code);
  const campaignId = await campaignOf('Opened');
  const { targetList } = await list(campaignId, { customerIds: [target!.id] });
  const { listNo, id: targetListId } = targetList;
  await builtList(listNo);
  const { salesRuleKinds } = await ask(
    `{ salesRuleKinds(first: 1, filter: { code: { eq: "CAMPAIGN_LIST" } }) { nodes { id } } }`,
  );
  const rules = [{ kindId: salesRuleKinds.nodes[0].id, values: [listNo] }];
  await ok('offeringSalesRulesSave', '__typename', { offeringId, rules });
  const judged = async ({ id }: { id: string }) => {
    const { offeringQualification } = await ask(
      `query ($input: OfferingQualificationInput!) { offeringQualification(input: $input) { items { objections { code } } } }`,
      { input: { customerId: id, offeringIds: [offeringId] } },
      'admin',
    );
    return offeringQualification.items[0].objections.map((each: { code: string }) => each.code);
  };
  expect(await judged(target!)).toEqual(['CUSTOMER_NOT_TARGETED']);
  await ok('campaignTargetListPublish', '__typename', { targetListId }, marketer);
  expect([await judged(target!), await judged(other!)]).toEqual([[], ['CUSTOMER_NOT_TARGETED']]);
  const [{ campaign_no: campaignNo }] = await rows(
    `select "campaign_no" from "campaign" "c" join "target_list" "l" on "l"."campaign_id" = "c"."id" where "l"."list_no" = $1`,
    [listNo],
  );
  await ok('offeringSalesRulesSave', '__typename', { offeringId, rules: [{ ...rules[0], values: [campaignNo] }] });
  expect([await judged(target!), await judged(other!)]).toEqual([[], ['CUSTOMER_NOT_TARGETED']]);
  // A campaign that is given up turns to nobody.
  await ok('campaignMove', '__typename', { campaignId, action: 'CANCEL', reason: 'x' }, marketer);
  expect(await judged(target!)).toEqual(['CUSTOMER_NOT_TARGETED']);
});

test('CMP-62 CMP-63 CMP-122 contacts, answers and purchases are kept for each customer, who sees in what they take part but in no list', async () => {
  const [anna, ben, free] = await Promise.all(['Anna', 'Ben', 'Free'].map((name) => customerIn('4401', name)));
  const campaignId = await runningFor('Autumn', [anna!.id, ben!.id]);
  const before = await count('campaign_event');
  expect(faults(await outcome(campaignId, free!.id, 'CONTACTED'))).toEqual(['NOT_A_TARGET input.customerId']);
  expect(faults(await outcome(campaignId, anna!.id, 'CONTACTED', { channel: 'SMS' }))).toEqual([
    'CONTRADICTORY input.channel',
  ]);
  expect(faults(await outcome(campaignId, anna!.id, 'CONTACTED', { occurredAt: inHours(1) }))).toEqual([
    'IN_THE_FUTURE input.occurredAt',
  ]);
  expect(faults(await outcome(campaignId, anna!.id, 'CONTACTED', {}, elsewhere))).toEqual([
    'NOT_FOUND input.campaignId',
  ]);
  expect(await count('campaign_event')).toBe(before);
  expect(await count('campaign_participation')).toBe(0);
  await outcome(campaignId, anna!.id, 'CONTACTED', { content: 'Called.', onBehalfOf: 'Rep 7' });
  await outcome(campaignId, anna!.id, 'RESPONDED');
  await outcome(campaignId, ben!.id, 'CONTACTED');
  const { participation: bought } = await outcome(campaignId, anna!.id, 'CONVERTED', { channel: 'POINT_OF_SALE' });
  expect(bought).toMatchObject({
    outcome: 'CONVERTED',
    contacts: 1,
    promotion: 'Autumn',
    convertedAt: expect.any(String),
  });
  // Later interest takes nothing back, and who is in no list may answer too.
  expect((await outcome(campaignId, anna!.id, 'RESPONDED'))['participation'].outcome).toBe('CONVERTED');
  await outcome(campaignId, free!.id, 'RESPONDED');
  const { campaign } = await ask(
    `query ($id: ID!) { campaign(id: $id) { participations(first: 9) { aggregate(groupBy: [{ dimension: OUTCOME }]) { count key { outcome } } }
      events(first: 9, filter: { first: { eq: true } }) { aggregate(groupBy: [{ dimension: OUTCOME }, { dimension: GROUP }]) { count key { outcome group } } } } }`,
    { id: campaignId },
    marketer,
  );
  const row = (count: number, key: object) => ({ count, key });
  expect(campaign.participations.aggregate).toEqual(
    expect.arrayContaining([
      row(1, { outcome: 'CONTACTED' }),
      row(1, { outcome: 'CONVERTED' }),
      row(1, { outcome: 'RESPONDED' }),
    ]),
  );
  expect(campaign.events.aggregate).toEqual(
    expect.arrayContaining([
      row(2, { outcome: 'CONTACTED', group: 'TARGET' }),
      row(1, { outcome: 'RESPONDED', group: 'TARGET' }),
      row(1, { outcome: 'RESPONDED', group: null }),
      row(1, { outcome: 'CONVERTED', group: 'TARGET' }),
    ]),
  );
  const document = `query ($code: String!) { customer(code: $code) { campaignTargets(first: 5) { totalCount }
    campaignParticipations(first: 5) { nodes { promotion outcome campaign { campaignNo } events(first: 5) { totalCount } } } } campaigns(first: 5) { totalCount } targetLists(first: 5) { totalCount } }`;
  const own = await ask(document, { code: anna!.code }, { sub: 'a', role: 'customer', customer: anna!.code });
  expect(own).toEqual({
    ...{ campaigns: { totalCount: 0 }, targetLists: { totalCount: 0 } },
    customer: {
      campaignTargets: { totalCount: 0 },
      campaignParticipations: {
        nodes: [{ promotion: 'Autumn', outcome: 'CONVERTED', campaign: null, events: { totalCount: 0 } }],
      },
    },
  });
  const staff = (await ask(document, { code: anna!.code }, clerk)).customer;
  expect(staff.campaignTargets.totalCount).toBe(1);
  expect(staff.campaignParticipations.nodes[0].events.totalCount).toBe(4);
  expect((await ask(document, { code: anna!.code }, elsewhere)).customer).toBeNull();
});

test('CMP-33 CMP-42 customers of the control group are never contacted, nor any customer too often, also by two campaigns at once', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, (_, index) => customerIn('4401', `P ${index}`)));
  const campaignId = await campaignOf('Controlled', { offeringIds: [await idOf('offering', await soldOffering())] });
  await approve(campaignId);
  const targetListId = await publishedList(
    campaignId,
    people.map(({ id }) => id),
    { controlPercent: 50 },
  );
  await ok('campaignMove', '__typename', { campaignId, action: 'START' }, marketer);
  const { targetList } = await ask(
    'query ($id: ID!) { targetList(id: $id) { members(first: 20) { nodes { group customer { id } } } } }',
    { id: targetListId },
    marketer,
  );
  const of = (group: string) =>
    targetList.members.nodes.find((each: { group: string }) => each.group === group)?.customer.id as string;
  expect(faults(await outcome(campaignId, of('CONTROL'), 'CONTACTED'))).toEqual(['CONTROL_GROUP input.customerId']);
  const target = of('TARGET');
  const campaigns = [campaignId, await runningFor('Second', [target]), await runningFor('Third', [target])];
  const contacted = await Promise.all(campaigns.map((id) => outcome(id, target, 'CONTACTED')));
  expect(contacted.flatMap(faults)).toEqual(['TOO_OFTEN input.customerId']);
  // Lists that are made now leave the customer out.
  const late = await campaignOf('Late');
  const { targetList: tired } = await list(late, { customerIds: [target] });
  expect(tired).toMatchObject({ targets: 0, excluded: 1 });
  expect(await refused('campaignTargetListPublish', { targetListId: tired.id }, marketer)).toEqual(['GUARD_REFUSED']);
});

test('CMP-95 a campaign is paused, resumed, broken off and ended; a paused one contacts nobody', async () => {
  const customer = await customerIn('4401', 'Cora');
  const campaignId = await runningFor('Winter', [customer.id]);
  expect(faults(await move(campaignId, 'PAUSE'))).toEqual(['REQUIRED input.reason']);
  expect(faults(await move(campaignId, 'PAUSE', 'r', clerk))).toEqual(['OUT_OF_SCOPE input.campaignId']);
  expect((await move(campaignId, 'PAUSE', 'storm'))['campaign']).toMatchObject({ status: 'PAUSED', reason: 'storm' });
  expect(faults(await outcome(campaignId, customer.id, 'CONTACTED'))).toEqual(['INVALID_STATE input.campaignId']);
  expect((await move(campaignId, 'RESUME'))['campaign'].status).toBe('RUNNING');
  const wave = {
    campaignId,
    waveNo: 1,
    name: 'First',
    channel: 'CALL_CENTRE',
    plannedStart: inHours(0),
    plannedEnd: inHours(3),
  };
  await ok('campaignWaveSave', '__typename', wave, marketer);
  expect(faults(await move(campaignId, 'END'))).toEqual(['GUARD_REFUSED']);
  expect((await move(campaignId, 'ABORT', 'flood'))['campaign'].status).toBe('ABORTED');
  expect(await rows(`select "status" from "wave"`)).toEqual([{ status: 'SKIPPED' }]);
  expect(faults(await move(campaignId, 'RESUME'))).toEqual(['INVALID_TRANSITION']);
});

test('CMP-17 CMP-19 campaigns and waves begin and end by themselves when it is time, and what may not begin says why, once', async () => {
  const customer = await customerIn('4401', 'Dora');
  const campaignId = await campaignOf('Timed', {
    ...{ automatic: true, plannedStart: inHours(2), plannedEnd: inHours(20) },
    offeringIds: [await idOf('offering', await soldOffering())],
  });
  const wave = (waveNo: number, from: number, to: number, more: object = {}) => ({
    ...{
      campaignId,
      waveNo,
      name: `W${waveNo}`,
      channel: 'CALL_CENTRE',
      plannedStart: inHours(from),
      plannedEnd: inHours(to),
    },
    ...more,
  });
  expect(await refused('campaignWaveSave', wave(1, 1, 5), marketer)).toEqual(['CONTRADICTORY input.plannedStart']);
  expect(await refused('campaignWaveSave', wave(1, 3, 5, { channel: 'SMS' }), marketer)).toEqual([
    'CONTRADICTORY input.channel',
  ]);
  await ok('campaignWaveSave', '__typename', wave(1, 3, 5), marketer);
  expect(await refused('campaignWaveSave', wave(1, 3, 5), marketer)).toEqual(['DUPLICATE input.waveNo']);
  await ok('campaignWaveSave', '__typename', wave(2, 5, 9), marketer);
  await approve(campaignId);
  const state = async () => {
    const { campaign } = await ask(
      'query ($id: ID!) { campaign(id: $id) { status startObjection waves(first: 5, orderBy: [{ field: WAVE_NO }]) { nodes { status } } } }',
      { id: campaignId },
      marketer,
    );
    return [
      campaign.status,
      ...campaign.waves.nodes.map(({ status }: { status: string }) => status),
      campaign.startObjection,
    ];
  };
  await atTime(inHours(1));
  expect(await state()).toEqual(['APPROVED', 'PLANNED', 'PLANNED', null]);
  for (let index = 0; index < 2; index++) await atTime(inHours(2.1));
  expect(await state()).toEqual(['APPROVED', 'PLANNED', 'PLANNED', expect.stringContaining('No list')]);
  const told = `select 1 from "history_entry" where "type" = 'campaign.start.refused'`;
  expect(await rows(told)).toHaveLength(1);
  await publishedList(campaignId, [customer.id]);
  await atTime(inHours(2.2));
  expect(await state()).toEqual(['RUNNING', 'PLANNED', 'PLANNED', null]);
  await atTime(inHours(5.1));
  expect(await state()).toEqual(['RUNNING', 'SKIPPED', 'RUNNING', null]);
  await atTime(inHours(21));
  expect(await state()).toEqual(['ENDED', 'SKIPPED', 'DONE', null]);
});

test('CMP-17 a campaign that cannot be ended holds up no other', async () => {
  const customer = await customerIn('4401', 'Fred');
  const ends = { plannedEnd: inHours(2) };
  for (const name of ['Stuck', 'Free']) await runningFor(name, [customer.id], ends);
  const states = () =>
    rows(`select "name", "status" from "campaign" where "name" in ('Stuck', 'Free') order by "name"`);
  await rows(`alter table "campaign" add constraint "stuck" check ("name" <> 'Stuck' or "status" <> 'ENDED')`);
  try {
    await expect(atTime(inHours(3))).rejects.toThrow();
    expect(await states()).toEqual([
      { name: 'Free', status: 'ENDED' },
      { name: 'Stuck', status: 'RUNNING' },
    ]);
  } finally {
    await rows(`alter table "campaign" drop constraint "stuck"`);
  }
  await atTime(inHours(3));
  expect((await states()).map(({ status }) => status as string)).toEqual(['ENDED', 'ENDED']);
});

test('an order is the customer’s own; marketing officers run campaigns, clerks only take down outcomes', async () => {
  const customer = await customerIn('4401', 'Emil');
  const campaignId = await runningFor('Staffed', [customer.id]);
  const hired = await hire(graph, 'MKT1', 'H4401', ['HALL_CLERK']);
  const { errors } = await graph.query(
    'mutation ($input: CampaignMoveInput!) { campaignMove(input: $input) { userErrors { code } } }',
    { input: { campaignId, action: 'PAUSE', reason: 'x' } },
    { as: hired.as },
  );
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await outcome(campaignId, customer.id, 'CONTACTED', {}, hired.as))['participation'].contacts).toBe(1);
  const orderId = encodeId('or', '00000000-0000-7000-8000-000000000000');
  expect(faults(await outcome(campaignId, customer.id, 'CONVERTED', { orderId }))).toEqual(['NOT_FOUND input.orderId']);
  expect(faults(await outcome(campaignId, customer.id, 'RESPONDED', { orderId }))).toEqual([
    'CONTRADICTORY input.orderId',
  ]);
});
