import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { resolveRegionScope } from '../region/index.js';
import { region } from '../region/index.js';
import { organisation } from './index.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.close());

const rows = async (sql: string) => (await graph.database.pool.query(sql)).rows;

describe('the standard regions and organisations', () => {
  test('MOD-75 every region lies inside its parent by path', async () => {
    expect(
      await rows(
        `select c.code from region c join region p on p.id = c.parent_id where c.path <> p.path || c.code || '/'`,
      ),
    ).toEqual([]);
    expect(await rows(`select code from region where parent_id is null`)).toEqual([{ code: '86' }]);
  });

  test('MOD-05 SYS-02 the headquarters stand above provinces and their halls, each with its region', async () => {
    const { data } = await graph.query(`{ internalOrganization(code: "H4401") {
      path type parent { code parent { code parent { code } } } serviceRegions { nodes { region { code } } } } }`);
    expect(data.internalOrganization).toEqual({
      path: '/HQ/P44/H4401/',
      type: 'HALL',
      parent: { code: 'P44', parent: { code: 'HQ', parent: null } },
      serviceRegions: { nodes: [{ region: { code: '4401' } }] },
    });
  });

  test('SYS-10 every position has its default role among its roles', async () => {
    const wrong = await rows(
      `select p.code from job_position p where not exists (select 1 from position_role r where r.position_id = p.id and r.role_id = p.default_role_id)`,
    );
    expect(wrong).toEqual([]);
    expect((await rows(`select count(*)::int n from job_position`))[0].n).toBeGreaterThan(3);
  });

  test('SYS-02 running the baseline again, twice at once, adds nothing and changes nothing', async () => {
    const state = () =>
      rows(
        `select (select json_agg(r order by r.id) from region r) regions, (select json_agg(p order by p.id) from party p) parties, (select count(*) from position_role) roles`,
      );
    const before = await state();
    const context = graph.database.systemContext('test');
    await Promise.all([
      region.baseline!(context),
      region.baseline!(context),
      organisation.baseline!(context),
      organisation.baseline!(context),
    ]);
    expect(await state()).toEqual(before);
  });

  test('MOD-84 a scope holds a region and all inside it, and nothing beside it', async () => {
    const codes = async (code: string) => {
      const { rows: found } = await graph.database.pool.query(
        `select code from region where id = any($1) order by code`,
        [await resolveRegionScope(graph.database, code)],
      );
      return found.map((row) => row.code);
    };
    expect(await codes('4401')).toEqual(['4401', '440103', '440104', '440106']);
    expect(await codes('44')).toEqual(expect.arrayContaining(['44', '4401', '440304']));
    expect(await codes('44')).not.toContain('51');
    expect(await codes('no such region')).toEqual([]);
  });
});
