import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Claims } from '../kernel/access/token.js';
import { startTestGraph, type TestGraph } from '../testing/graph.js';
import { hire } from '../testing/staff.js';
import { CallerDirectory } from './callers.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  await hire(graph, 'C1001', 'H4401', ['HALL_CLERK']);
});
afterAll(() => graph.close());

const exp = Math.floor(Date.now() / 1000) + 60;
const staff = (claims: Partial<Claims> = {}): Claims => ({ sub: 'C1001', role: 'staff', exp, ...claims });

describe('callers behind tokens', () => {
  test('SYS-18 in production, and from another issuer, a staff number must exist', async () => {
    const production = new CallerDirectory(graph.database, { environment: 'production' });
    const development = new CallerDirectory(graph.database, { environment: 'development' });
    const unknown = staff({ sub: 'nobody', region: '44' });
    await expect(production.callerFor(unknown)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    await expect(development.callerFor({ ...unknown, issuer: 'https://login.example.com' })).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect((await development.callerFor(unknown)).permissions).toBeUndefined();
    expect((await production.callerFor(staff())).permissions?.has('customerCreate')).toBe(true);
  });

  test('a region in the token narrows where an employee acts, and never widens it', async () => {
    const directory = new CallerDirectory(graph.database, { environment: 'production' });
    const whole = (await directory.callerFor(staff())).regionIds;
    const narrow = (await directory.callerFor(staff({ region: '440106' }))).regionIds;
    expect(narrow).toHaveLength(1);
    expect(whole).toEqual(expect.arrayContaining([...narrow]));
    expect((await directory.callerFor(staff({ region: '51' }))).regionIds).toEqual([]);
  });

  test('callers of one unit share the lists of their keys', async () => {
    await hire(graph, 'C1002', 'H4401');
    const directory = new CallerDirectory(graph.database, { environment: 'production' });
    const [one, two] = [await directory.callerFor(staff()), await directory.callerFor(staff({ sub: 'C1002' }))];
    expect(one.regionIds).toBe(two.regionIds);
  });

  test('a refresh makes rights those of this moment', async () => {
    const directory = new CallerDirectory(graph.database, { environment: 'production' });
    const claims = staff({ name: 'refresh' });
    await directory.callerFor(claims);
    await graph.database.pool.query(`update employee set status = 'INVALID' where employee_no = 'C1001'`);
    expect((await directory.callerFor(claims)).subject).toBe('C1001');
    await directory.refresh([claims]);
    await expect(directory.callerFor(claims)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });
});
