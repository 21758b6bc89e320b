import pg from 'pg';
import { connectDatabase, domains, ensureProcesses, entitiesOf, person, runAutomatically } from '../product.ts';
import { say } from '../say.ts';

/** One of so many instances still runs. */
const RUNNING = 20;
/** Steps that go on by themselves in a process of `AUTOMATIC`. */
export const AUTOMATIC_STEPS = 10;
/** Processes of people: each is done by another role, in three steps, within a week. */
const ROLES = ['CLERK', 'CALL_AGENT', 'ACCOUNT_MANAGER', 'FAULT_DISPATCHER', 'LEGAL_OFFICER', 'FINANCE_OFFICER'];
const WEEK = 5 * 8 * 60;

/** Steps that only compute; and the same with a time limit each, for which each step asks for an alarm. */
export const AUTOMATIC = 'BENCH_AUTOMATIC';
export const LIMITED = 'BENCH_LIMITED';
const byHand = (role: string) => `BENCH_${role}`;
export const BY_HAND = byHand(ROLES[0]!);

const common = { functionalDomain: 'ordering', objectType: 'Order', limit: WEEK, applicability: 'false' };

/** Regions take turns. */
const REGION = '($3::uuid[])[1 + n % cardinality($3::uuid[])]';

/** What an instance writes, with the columns that differ in a copy: `s` is the original, `n` the number of the copy. */
const TABLES: readonly { name: string; owner: string; own: Readonly<Record<string, string>> }[] = [
  {
    name: 'process_instance',
    owner: 'id',
    own: { id: key('s.id'), instance_no: `s.instance_no || '-' || n`, region_id: REGION, request_message: 'null' },
  },
  {
    name: 'process_token',
    owner: 'instance_id',
    own: {
      id: key('s.id'),
      instance_id: key('s.instance_id'),
      parents: `(select coalesce(jsonb_agg(${key('x')}), '[]') from jsonb_array_elements_text(s.parents) x)`,
    },
  },
  {
    name: 'process_task',
    owner: 'instance_id',
    own: {
      ...{ id: key('s.id'), instance_id: key('s.instance_id'), token_id: key('s.token_id') },
      ...{ task_no: `s.task_no || '-' || n`, region_id: REGION },
    },
  },
];

function key(column: string): string {
  return `md5(${column}::text || n)::uuid`;
}

/** How long before now a copy was: spread over two years, but for what runs, which has come in this week. */
const MOMENTS = /_at$/;
const shift = (running: boolean) => (running ? `interval '7 seconds' * n` : `interval '25 seconds' * n`);

/** Sends a mutation as an administrator and gives what it answers under its name. */
export type Mutate = (name: string, type: string, input: object, selection: string) => Promise<Record<string, unknown>>;

/** Fills the tables of processes, unless they are full: real instances, made by the server, and copies of them. */
export async function addProcesses(url: string, instances: number, employeeNo: string, mutate: Mutate): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: known } = await client.query(
      `select 1 from process_instance where instance_no like 'PI-%-1' limit 1`,
    );
    if (known.length > 0) return;
    say(`Adding ${instances} process instances; they are kept for the next run.`);
    await publish(url);
    await client.query(
      `insert into employee_position (id, created_at, updated_at, employee_id, position_id, main, validity_from)
       select gen_random_uuid(), now(), now(), e.id, p.id, false, '2020-01-01' from employee e, job_position p
       where e.employee_no = $1 and p.code in ('HALL_CLERK', 'PROCESS_MANAGER') on conflict do nothing`,
      [employeeNo],
    );
    await copy(client, await originals(client, mutate), instances);
    await client.query('vacuum (analyze) process_instance, process_token, process_task');
  } finally {
    await client.end();
  }
}

async function publish(url: string): Promise<void> {
  const database = await connectDatabase({ url, entities: entitiesOf(domains), poolSize: 2, statementTimeoutMs: 0 });
  try {
    await ensureProcesses(database.systemContext('bench'), [
      ...ROLES.map((role) => ({
        ...{ ...common, code: byHand(role), name: `Work of ${role}` },
        steps: ['first', 'second', 'third'].map((code) => person(code, code, role, WEEK / 5)),
      })),
      automatic(AUTOMATIC, 'Work that needs nobody', []),
      automatic(LIMITED, 'Work that needs nobody, in time', [{ minutes: WEEK, workingTime: false }]),
    ]);
  } finally {
    await database.close();
  }
}

function automatic(code: string, name: string, timeLimits: readonly { minutes: number; workingTime: boolean }[]) {
  return {
    ...{ ...common, code, name, variables: [] },
    steps: Array.from({ length: AUTOMATIC_STEPS }, (_, index) =>
      runAutomatically(`step${index}`, `Step ${index}`, 'compute', {
        inputs: [{ name: 'value', type: 'NUMBER' as never, from: `${index} + 1` }],
        timeLimits: [...timeLimits],
      }),
    ),
  };
}

/** One instance of each process that has ended and one that waits for its second step. */
async function originals(client: pg.Client, mutate: Mutate): Promise<{ ended: string[]; running: string[] }> {
  const made = { ended: [] as string[], running: [] as string[] };
  const taskOf = async (id: string) => {
    const { rows } = await client.query<{ id: string }>(
      `select t.id from process_task t where t.instance_id = $1 and t.finished_at is null`,
      [id],
    );
    return globalId('wj', rows[0]!.id);
  };
  for (const role of ROLES)
    for (const [kind, steps] of [['ended', 3] as const, ['running', 1] as const]) {
      const { rows } = await client.query<{ id: string }>('select id from process_template where code = $1', [
        byHand(role),
      ]);
      const input = { templateId: globalId('wt', rows[0]!.id) };
      const started = await mutate('processInstanceStart', 'ProcessInstanceStartInput', input, 'instance { id }');
      const id = uuidOf((started['instance'] as { id: string }).id);
      for (let step = 0; step < steps; step++)
        await mutate('processTaskComplete', 'ProcessTaskCompleteInput', { taskId: await taskOf(id) }, 'task { id }');
      made[kind].push(id);
    }
  return made;
}

async function copy(
  client: pg.Client,
  { ended, running }: { ended: string[]; running: string[] },
  instances: number,
): Promise<void> {
  await client.query('begin');
  const regions = await client.query<{ id: string }>('select id from region order by code');
  const regionIds = regions.rows.map(({ id }) => id);
  for (const [ids, count] of [
    [ended, instances - instances / RUNNING],
    [running, instances / RUNNING],
  ] as const)
    for (const { name, owner, own } of TABLES) {
      const { rows } = await client.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
        [name],
      );
      const columns = rows.map((row) => row.name);
      const values = columns.map((column) => {
        if (own[column]) return own[column];
        return MOMENTS.test(column) ? `s.${column} - ${shift(ids === running)}` : `s.${column}`;
      });
      await client.query(
        `insert into ${name} (${columns.join(', ')}) select ${values.join(', ')}
         from ${name} s, generate_series(1, $2::bigint) n where s.${owner} = any($1::uuid[]) and cardinality($3::uuid[]) > 0`,
        [ids, Math.floor(count / ids.length), regionIds],
      );
    }
  await client.query('commit');
}

/** The opaque id of a row: the tag of its type and its key. */
export const globalId = (tag: string, uuid: string): string =>
  Buffer.concat([Buffer.from(tag), Buffer.from(uuid.replaceAll('-', ''), 'hex')]).toString('base64url');

/** The key in an opaque id. */
export const uuidOf = (id: string): string =>
  Buffer.from(id, 'base64url')
    .subarray(2)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
