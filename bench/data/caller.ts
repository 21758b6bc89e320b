import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readConfig, signToken } from '../product.ts';

/** A member of staff, as all servers but `switchboard-admin` are called; rivals that know no policies get the keys as a variable. */
export interface BenchCaller {
  /** Staff number of the caller. */
  employeeNo: string;
  /** Code of the region the caller works for. */
  region: string;
  /** Keys of the region and of those inside it. */
  regionIds: readonly string[];
  /** Secret that the measured servers check tokens with. */
  secret: string;
  staffToken: string;
  adminToken: string;
}

/** Longer than any run. */
const TTL_SECONDS = 86_400;

/** Chooses the smallest region that holds a quarter of the customers or more: rows outside it are there to be kept away. */
export async function chooseCaller(url: string): Promise<BenchCaller> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ code: string; ids: string[] }>(
      `with held as (select region_id, count(*) as n from customer group by 1),
            scope as (select outer_region.code, array_agg(inner_region.id order by inner_region.path) as ids, sum(coalesce(held.n, 0)) as n
                      from region outer_region
                      join region inner_region on starts_with(inner_region.path, outer_region.path)
                      left join held on held.region_id = inner_region.id
                      group by outer_region.id)
       select code, ids from scope where n >= (select sum(n) from held) / 4.0 order by n, code limit 1`,
    );
    const chosen = rows[0];
    if (!chosen) throw new Error('The data holds no customers.');
    // Someone whose unit has its seat as high in the tree as there is; the region in the token narrows what they see.
    const staff = await client.query<{ number: string }>(
      `select e.employee_no as number from employee e join party o on o.id = e.organization_id join region r on r.id = o.region_id
       where e.status = 'ACTIVE' order by length(r.path), e.employee_no limit 1`,
    );
    const subject = staff.rows[0]?.number;
    if (!subject) throw new Error('The data holds no employees.');
    const secret = randomBytes(32).toString('base64url');
    const config = readConfig({ TOKEN_SECRET: secret });
    const tokens = { token: { ...config.token, secret } };
    return {
      employeeNo: subject,
      region: chosen.code,
      regionIds: chosen.ids,
      secret,
      staffToken: await signToken(tokens, { sub: subject, role: 'staff', region: chosen.code }, TTL_SECONDS),
      adminToken: await signToken(tokens, { sub: 'bench-admin', role: 'admin' }, TTL_SECONDS),
    };
  } finally {
    await client.end();
  }
}
