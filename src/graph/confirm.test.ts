import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../testing/graph.js';
import { approve } from '../testing/second-person.js';

const EXIT =
  'mutation ($input: PartnerExitInput!) { partnerExit(input: $input) { userErrors { code } partner { status } } }';
const clerk: As = { sub: 'g1', role: 'staff', region: '44' };

let graph: TestGraph;
let made = 0;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.close());

async function activePartner(): Promise<string> {
  const regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
  const input = { code: `P-${++made}`, organization: { name: 'Agency' }, regionId };
  const CREATE = 'mutation ($input: PartnerCreateInput!) { partnerCreate(input: $input) { partner { id } } }';
  const partnerId = (await graph.query(CREATE, { input })).data.partnerCreate.partner.id;
  const MOVE = 'mutation ($input: PartnerMoveInput!) { partnerMove(input: $input) { userErrors { code } } }';
  await graph.query(MOVE, { input: { partnerId, step: 'ACTIVATE', reason: 'signed' } });
  await approve(graph, partnerId);
  return partnerId;
}

const exit = async (input: object, token?: string, as: As = clerk) => {
  const headers: Record<string, string> = token === undefined ? {} : { 'confirm-token': token };
  const { data, errors } = await graph.query(EXIT, { input }, { as, headers, confirm: false });
  const { code, confirmToken, expiresAt } = errors?.[0]?.extensions ?? {};
  return { done: data?.partnerExit, code, token: confirmToken as string, expiresAt: expiresAt as string };
};
const statusOf = async (id: string) =>
  (await graph.query('query ($id: ID!) { partner(id: $id) { status } }', { id })).data.partner.status;

describe('operations that change key data', () => {
  it('SYS-46 are carried out only when the same caller has confirmed exactly them', async () => {
    const input = { partnerId: await activePartner(), reason: 'contract ended' };
    const asked = await exit(input);
    expect(asked.code).toBe('CONFIRMATION_REQUIRED');
    expect(Date.parse(asked.expiresAt)).toBeGreaterThan(Date.now());
    const wrong = [
      await exit({ ...input, reason: 'something else' }, asked.token),
      await exit(input, asked.token, { ...(clerk as object), sub: 'g2' }),
      await exit(input, asked.token.replace(/^\d+/, String(Date.now() + 3_600_000))),
      await exit(input, `${asked.token.slice(0, -1)}${asked.token.endsWith('A') ? 'B' : 'A'}`),
      await exit(input, 'yes'),
      await exit(input, ''),
    ];
    expect(wrong.map(({ code }) => code)).toEqual(Array(6).fill('CONFIRMATION_REQUIRED'));
    expect(await statusOf(input.partnerId)).toBe('ACTIVE');
    expect((await exit(input, asked.token)).done).toEqual({ userErrors: [], partner: { status: 'PROSPECT' } });
  });

  it('SYS-46 run unasked for systems, behind which there is nobody to ask', async () => {
    const input = { partnerId: await activePartner(), reason: 'x' };
    expect((await exit(input, undefined, { sub: 'billing', role: 'system' })).done.partner).toEqual({
      status: 'PROSPECT',
    });
  });

  it('SYS-46 are refused as ever to those who may not run them, without a token', async () => {
    const input = { partnerId: await activePartner(), reason: 'x' };
    expect(await exit(input, undefined, { sub: 'c', role: 'partner', partner: 'P-1' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await statusOf(input.partnerId)).toBe('ACTIVE');
  });
});
