import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPastDatabase, id, type PastDatabase } from '../testing/past-database.js';

let past: PastDatabase;
beforeAll(async () => void (past = await createPastDatabase('M0110')));
afterAll(() => past.end());

it('WFL-88 WFL-90 standard processes of before are about objects that the graph knows; what the operator changed stays', async () => {
  const template = (number: number, code: string, type: string) =>
    past.client.query(
      `insert into "process_template" ("id", "created_at", "updated_at", "code", "name", "functional_domain", "object_type", "priority", "dispatch_mode", "work_kind")
       values ($1, now(), now(), $2, $2, 'x', $3, -100, 'REALTIME', 'WORK_ORDER')`,
      [id(number), code, type],
    );
  const version = (number: number, of: number, applicability: string | null) =>
    past.client.query(
      `insert into "process_template_version" ("id", "created_at", "updated_at", "template_id", "number", "status", "validity_from", "applicability", "specificity", "created_by")
       values ($1, now(), now(), $2, $3, 'PUBLISHED', now(), $4, $5, 'x')`,
      [id(number), id(of), number, applicability, applicability ? 3 : 0],
    );
  await template(1, 'BUSINESS_PLAN', 'MarketPlan');
  await template(2, 'AGENT_QUALIFICATION', 'PartnerApplication');
  await template(3, 'OWN', 'MarketPlan');
  await version(11, 1, null);
  await version(12, 1, 'amount > 5');
  await version(13, 2, null);
  await version(14, 3, null);
  await past.migrate();
  const { rows } = await past.client.query(
    `select "t"."code", "t"."object_type", "v"."number", "v"."applicability", "v"."specificity" from "process_template" "t"
     join "process_template_version" "v" on "v"."template_id" = "t"."id" order by "v"."number"`,
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['BUSINESS_PLAN', 'Campaign', 11, 'operationType = "BUSINESS_PLAN"', 1],
    ['BUSINESS_PLAN', 'Campaign', 12, 'amount > 5', 3],
    ['AGENT_QUALIFICATION', 'Partner', 13, 'operationType = "QUALIFICATION"', 1],
    ['OWN', 'MarketPlan', 14, null, 0],
  ]);
});
