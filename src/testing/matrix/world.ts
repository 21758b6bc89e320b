import { Employee } from '../../domains/organisation/index.js';
import { domains } from '../../domains/index.js';
import { plugins } from '../../../plugins/index.js';
import { eventSelection, webhookTargets } from '../../domains/integration/index.js';
import { confirmationSecret, tokenIssuer } from '../../kernel/access/index.js';
import { type Claims, signToken } from '../../kernel/access/token.js';
import { readConfig } from '../../kernel/config/config.js';
import { connectDatabase } from '../../kernel/database/connect.js';
import type { Database } from '../../kernel/database/database.js';
import { startEvents } from '../../kernel/events/index.js';
import { createLogger } from '../../kernel/log/log.js';
import { allNouns, columnName, uuidOf } from '../../kernel/model/index.js';
import { graphSchema } from '../../start/application.js';
import { connectInspection } from '../../start/documents.js';
import { entitiesOf } from '../../start/entities.js';
import { EventSelections } from '../../start/event-selection.js';
import { createServer } from '../../start/graph.js';
import { confirmed } from '../confirmed.js';
import { createTestDatabase } from '../database.js';
import type { TestGraph } from '../graph.js';
import { seeded } from '../reads/choices.js';
import { insertRandomRows, readRows, type Rows } from '../reads/rows.js';
import { hire } from '../staff.js';
import type { Row, Subject } from './ground.js';

const ROWS_PER_NOUN = 14;
const config = {
  ...readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_POOL_SIZE: '6',
    RATE_LIMITS: 'staff=1000000,customer=1000000,partner=1000000,system=1000000,admin=1000000',
    MISS_LIMITS: 'staff=1000000,customer=1000000,partner=1000000,system=1000000,admin=1000000',
  }),
  token: { secret: 'a secret that only the tests of this project use', issuer: 'switchboard', audience: 'switchboard' },
};

/** An answer of the graph. */
export interface MatrixAnswer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents are made as the test runs
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A graph over random rows in every table, with one caller of each kind of the matrix. */
export interface MatrixWorld {
  database: Database;
  url: string;
  rows: Rows;
  /** Callers by what they are, such as `staff of another province`. */
  subjects: Map<string, Subject>;
  bearer(who: string): string | undefined;
  ask(who: string, query: string, variables?: Record<string, unknown>): Promise<MatrixAnswer>;
  close(): Promise<void>;
}

/** Opens the world of the matrix; no jobs run in it, so nothing changes unless the test does it. */
export async function openMatrixWorld(): Promise<MatrixWorld> {
  const test = await createTestDatabase();
  const log = createLogger(config);
  const schema = graphSchema(domains);
  for (const plugin of plugins) plugin.connect({ config });
  const database = await connectDatabase({
    url: test.url,
    entities: entitiesOf(domains),
    poolSize: 6,
    statementTimeoutMs: 20_000,
  });
  eventSelection.connect(new EventSelections(schema, database), 'graph');
  connectInspection(schema);
  webhookTargets.connect({ allowHttp: true, ...config.webhooks }, 'configuration');
  confirmationSecret.connect(config.token, 'configuration');
  tokenIssuer.connect({ sign: (claims, ttl) => signToken(config, claims, ttl) }, 'configuration');
  await fill(database);
  const staff = await hireStaff(database);
  const events = await startEvents({ database, log });
  const limits = { maxCost: 1e12, maxDepth: 100 };
  const server = createServer({ config, log, database, schema, examples: [], limits });
  const { url } = await server.listen();

  const bearers = new Map<string, string>();
  const ask: MatrixWorld['ask'] = async (who, query, variables) => {
    const authorization = bearers.get(who);
    return confirmed<MatrixAnswer>(async (headers) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) };
    });
  };
  const admit = async (who: string, claims: Partial<Claims>) =>
    void bearers.set(who, `Bearer ${await signToken(config, { sub: who, role: 'admin', ...claims }, 36_000)}`);
  await admit('administrator', { role: 'admin' });
  const limited = await keyOf(ask);
  bearers.set('partner without the grant', `Bearer ${limited}`);
  await admit('system', { role: 'system' });
  for (const [who, employeeNo] of staff) await admit(who, { role: 'staff', sub: employeeNo });

  const partner = busiestPartner(await readRows(database));
  await appointOperator(database, partner['id'] as string);
  const rows = await readRows(database);
  const [own, other] = richestCustomers(rows);
  await admit('partner', { role: 'partner', sub: OPERATOR, partner: partner['code'] as string });
  await admit('customer', { role: 'customer', customer: own!.code });
  await admit('another customer', { role: 'customer', customer: other!.code });

  const subjects = new Map<string, Subject>([
    ['nobody', { kind: 'PARTNER', without: true, values: {} }],
    ...[...staff].map(([who, no]): [string, Subject] => [who, employeeSubject(rows, no, who.includes('without'))]),
    ['customer', { kind: 'CUSTOMER', values: { customerId: own!.id } }],
    ['another customer', { kind: 'CUSTOMER', values: { customerId: other!.id } }],
    ['partner', operatorSubject(rows)],
    ['partner without the grant', { kind: 'PARTNER', without: true, values: {} }],
    ['administrator', { kind: 'ADMIN', values: {} }],
    ['system', { kind: 'SYSTEM', values: {} }],
  ]);
  return {
    database,
    url,
    rows,
    subjects,
    bearer: (who) => bearers.get(who),
    ask,
    async close() {
      await server.close();
      await events.stop();
      await database.close();
      await test.drop();
    },
  };
}

/** Random rows in every table, most of them of two provinces. */
async function fill(database: Database): Promise<void> {
  const inside = (path: string) =>
    database.pool
      .query<{ id: string }>('select "id" from "region" where starts_with("path", $1) order by "path" limit 30', [path])
      .then(({ rows }) => rows.map(({ id }) => id));
  const [here, elsewhere] = [await inside('/86/44/'), await inside('/86/51/')];
  const favourites = new Map([['Region', here.flatMap((id, index) => [id, elsewhere[index] ?? id])]]);
  await insertRandomRows(database, seeded(20_261_126), { perNoun: ROWS_PER_NOUN, favourites });
  // The matrix looks at each row by its own id; where one leads to another row, that one would be found instead.
  for (const { table, forwardedBy } of allNouns())
    if (forwardedBy) await database.pool.query(`update "${table}" set "${columnName(forwardedBy)}_id" = null`);
}

/** Employees with all permissions, and one with none. */
async function hireStaff(database: Database): Promise<Map<string, string>> {
  const staff = new Map([
    ['staff of another province', 'MX-51'],
    ['staff without the permission', 'MX-44-0'],
    ['staff with the permission', 'MX-44'],
    ['headquarters', 'MX-HQ'],
  ]);
  const units = ['P51', 'P44', 'P44', 'HQ'];
  for (const [index, [who, employeeNo]] of [...staff].entries()) {
    const { id } = await hire({ database } as TestGraph, employeeNo, units[index]!);
    if (who.includes('without')) continue;
    await database.pool.query(GRANT_ALL, [uuidOf(id, 'em', []), units[index], Employee.name]);
  }
  return staff;
}

const GRANT_ALL = `insert into "permission_grant" ("id", "created_at", "updated_at", "function_point_id", "employee_id", "organization_id", "passable", "validity_from", "grantor", "batch_no")
  select gen_random_uuid(), now(), now(), "f"."id", $1, "o"."id", false, now() - interval '1 day', $3, 'matrix'
  from "function_point" "f", "party" "o" where "o"."code" = $2 and "o"."kind" = 'INTERNAL_ORGANIZATION' and not "f"."retired"`;

/** Number of the operator who calls for a partner. */
const OPERATOR = 'MX-P';

/** An operator in one of the partner's units, with all operations and the operation log, but no right to read what is masked. */
async function appointOperator({ pool }: Database, partnerId: string): Promise<void> {
  const unit = `select "id" from "partner_unit" where "partner_id" = $1 order by "id" limit 1`;
  await pool.query(
    `insert into "partner_operator" ("id", "created_at", "updated_at", "partner_id", "unit_id", "operator_no", "name", "status", "validity_from", "version")
     values (gen_random_uuid(), now(), now(), $1, (${unit}), $2, $2, 'ACTIVE', now() - interval '1 day', 0)`,
    [partnerId, OPERATOR],
  );
  await pool.query(
    `insert into "partner_permission" ("id", "created_at", "updated_at", "partner_id", "function_point_id", "grantor")
     select gen_random_uuid(), now(), now(), $1, "id", 'matrix' from "function_point" where not "retired" on conflict do nothing`,
    [partnerId],
  );
  await pool.query(
    `insert into "operator_grant" ("id", "created_at", "updated_at", "operator_id", "function_point_id", "grantor")
     select gen_random_uuid(), now(), now(), "o"."id", "f"."id", 'matrix' from "function_point" "f", "partner_operator" "o"
     where not "f"."retired" and ("f"."kind" <> 'PERMISSION' or "f"."code" = 'audit.read') and "o"."operator_no" = $1`,
    [OPERATOR],
  );
}

/** What an operator sees follows from their partner and their unit. */
function operatorSubject(rows: Rows): Subject {
  const operator = rows.get('PartnerOperator')!.find((row) => row['operator_no'] === OPERATOR)!;
  const partnerId = operator['partner_id'] as string;
  const units = rows.get('PartnerUnit')!.filter((row) => row['partner_id'] === partnerId);
  const path = units.find((row) => row['id'] === operator['unit_id'])?.['path'] as string | undefined;
  const above = units.filter((row) => path?.startsWith(row['path'] as string)).map((row) => row['id'] as string);
  const operatorId = operator['id'] as string;
  return { kind: 'PARTNER', values: { partnerId, auditPartnerId: partnerId, partnerUnitIds: above, operatorId } };
}

/** A key of a partner that is good for one operation which the matrix does not give to partners. */
async function keyOf(ask: MatrixWorld['ask']): Promise<string> {
  const point = (await ask('administrator', '{ functionPoint(code: "roleCreate") { id } }')).data.functionPoint.id;
  const input = {
    name: 'matrix',
    kind: 'PARTNER',
    partner: 'P-2',
    functionPointIds: [point],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const { data, errors } = await ask(
    'administrator',
    'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret userErrors { code path message } } }',
    { input },
  );
  if (!data?.apiKeyCreate.secret) throw new Error(JSON.stringify(errors ?? data));
  return data.apiKeyCreate.secret;
}

/** The two customers to whom most rows belong, with a code that names them. */
function richestCustomers(rows: Rows): { id: string; code: string }[] {
  const all = [...rows.values()].flat();
  const codes = new Map(rows.get('CustomerCode')!.map((row) => [row['customer_id'] as string, row['code'] as string]));
  return [...codes]
    .map(([id, code]) => ({ id, code, rows: all.filter((row) => row['customer_id'] === id).length }))
    .sort((one, two) => two.rows - one.rows);
}

/** The active partner with the most customers. */
function busiestPartner(rows: Rows): Row {
  const customers = (partner: Row) => rows.get('Customer')!.filter((row) => row['partner_id'] === partner['id']).length;
  const active = rows.get('Partner')!.filter((row) => row['status'] === 'ACTIVE');
  return active.sort((one, two) => customers(two) - customers(one))[0]!;
}

/** What an employee sees follows from their unit: said here once more, over plain rows. */
function employeeSubject(rows: Rows, employeeNo: string, without: boolean): Subject {
  const employee = rows.get('Employee')!.find((row) => row['employee_no'] === employeeNo)!;
  const units = rows.get('InternalOrganization')!;
  const unit = units.find((row) => row['id'] === employee['organization_id'])!;
  const served = rows.get('OrganizationRegion')!.filter((row) => row['organization_id'] === unit['id']);
  const roots = served.length ? served.map((row) => row['region_id']) : [unit['region_id']];
  const regions = rows.get('Region')!;
  const inside = (rowsOf: Row[], path: unknown) =>
    rowsOf.filter((row) => (row['path'] as string).startsWith(path as string)).map((row) => row['id'] as string);
  const regionIds = roots.flatMap((id) => inside(regions, regions.find((row) => row['id'] === id)!['path']));
  const here = units.filter((row) => row['region_id'] === null || regionIds.includes(row['region_id'] as string));
  const oneStop = inside(here, unit['path']);
  return {
    kind: 'STAFF',
    without,
    values: {
      regionIds,
      ...(without ? { verifiedCustomerIds: [] } : { auditRegionIds: regionIds, oneStopUnitIds: oneStop }),
      organisationIds: inside(units, unit['path']),
      employeeId: employee['id'] as string,
      subject: employeeNo,
      organisationPath: unit['path'] as string,
    },
  };
}
