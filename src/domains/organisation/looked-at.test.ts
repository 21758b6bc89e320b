import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { Individual, InternalOrganization } from '../party/index.js';
import { Employee } from './index.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  await hire(graph, 'C1', 'H4401', ['HALL_CLERK']);
});
afterAll(() => graph?.close());

it('a unit or a person that is loaded after an employee referred to it is not written for being looked at', async () => {
  const parties = async () => (await graph.database.pool.query('select * from "party" order by "id"')).rows;
  const before = await parties();
  await graph.database.orm.em.fork().transactional(async (em) => {
    const { organization, person } = await em.findOneOrFail(Employee, { employeeNo: 'C1' });
    expect((await em.findOneOrFail(InternalOrganization, organization.id)).code).toBe('H4401');
    expect((await em.findOneOrFail(Individual, person.id)).name).toBeTruthy();
  });
  expect(await parties()).toEqual(before);
});
