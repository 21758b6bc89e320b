import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { TableFormat } from '../../kernel/tables/index.js';
import {
  count,
  exported,
  graph,
  load,
  tableFile,
  type TableRow as Row,
  useTableDesk,
} from '../../testing/table-desk.js';
import { whileWriting } from '../../testing/file-writes.js';
import { until } from '../../testing/until.js';
import { linkedRowLimits } from './linked-rows.js';

useTableDesk();
const usual = { ...linkedRowLimits };
afterEach(() => void Object.assign(linkedRowLimits, usual));

describe('rows that name other rows of the file', () => {
  const unit = (code: string, parent = '', more: Row = {}): Row => ({
    ...{ code, name: `Unit ${code}`, kind: 'ORGANIZATION', region: '4401', parent, ...more },
  });
  const told = (rejects: string[][]) =>
    rejects
      .map(([line, , column, value, ...reason]) => [Number(line), column, value, reason.join(',').replaceAll('"', '')])
      .toSorted(([one], [other]) => Number(one) - Number(other));
  const owners = async (codes: string[]) => {
    const { rows } = await graph.database.pool.query<{ code: string; owner: string }>(
      `select c.code, o.code as owner from customer_relationship r join customer c on c.id = r.to_id join customer o on o.id = r.from_id
       where c.code = any($1) and r.type = 'OWNERSHIP' and r.validity_to is null order by c.code`,
      [codes],
    );
    return Object.fromEntries(rows.map(({ code, owner }) => [code, owner]));
  };
  const state = () =>
    Promise.all(['customer', 'customer_relationship', 'history_entry', 'account'].map((table) => count(`"${table}"`)));

  it('CUS-26 CUS-47 may stand above or below them, and a dry run tells the same', async () => {
    const rows = [
      unit('P-1'),
      unit('P-2', 'P-1'),
      unit('P-3', 'P-4'),
      unit('P-4', 'P-1'),
      unit('P-5', 'P-6'),
      unit('P-6', '', { headCount: 'many' }),
      unit('P-7', 'P-5'),
      unit('P-8', 'P-9'),
      unit('P-9', 'P-8'),
      unit('P-10', 'P-10'),
      unit('P-11', 'NOWHERE'),
      unit('P-12', 'P-13'),
      unit('P-13', '', { region: 'nowhere' }),
    ];
    const before = await state();
    const rehearsed = await load('customers', rows, true);
    expect(await state()).toEqual(before);
    const { counts, rejects } = await load('customers', rows);
    expect(counts).toMatchObject({ rows: 13, loaded: 4, rejected: 9 });
    expect(told(rejects)).toEqual([
      [6, 'parent', 'P-6', 'The row in line 7, which this names, was rejected.'],
      [7, 'headCount', 'many', expect.any(String)],
      [8, 'parent', 'P-5', 'The row in line 6, which this names, was rejected.'],
      [9, 'parent', 'P-9', 'The row in line 10, which this names, waits for others that wait for it.'],
      [10, 'parent', 'P-8', 'The row in line 9, which this names, waits for others that wait for it.'],
      [11, 'parent', 'P-10', 'A row cannot name itself.'],
      [12, 'parent', 'NOWHERE', expect.stringContaining('NOT_FOUND')],
      [13, 'parent', 'P-13', 'The row in line 14, which this names, was rejected.'],
      [14, 'region', 'nowhere', expect.stringContaining('NOT_FOUND')],
    ]);
    expect([rehearsed.counts, told(rehearsed.rejects)]).toEqual([counts, told(rejects)]);
    expect(await owners(rows.map(({ code }) => code!))).toEqual({ 'P-2': 'P-1', 'P-3': 'P-4', 'P-4': 'P-1' });
    const [child] = await exported('customers', TableFormat.CSV, { code: { eq: 'P-3' } });
    expect(child).toMatchObject({ code: 'P-3', parent: 'P-4' });
    expect((await load('customers', rows)).counts).toMatchObject({ loaded: 0, present: 4, rejected: 9 });
  });

  it('CUS-26 CUS-47 are waited for to the end of a file of any length, also in a dry run', async () => {
    linkedRowLimits.batch = 3;
    const many = Array.from({ length: 30 }, (_, at) => unit(`Q-${at}`));
    many[0] = unit('Q-0', 'Q-28');
    many[28] = unit('Q-28', 'Q-29');
    many[29] = unit('Q-29', 'Q-1');
    for (const at of [2, 3, 4, 5, 6, 7, 8]) many[at] = unit(`Q-${at}`, `Q-${at + 10}`);
    expect((await load('customers', many, true, 5)).counts).toMatchObject({ loaded: 30, rejected: 0 });
    expect((await load('customers', many, false, 5)).counts).toMatchObject({ loaded: 30, rejected: 0 });
    expect(await owners(['Q-0', 'Q-8', 'Q-28', 'Q-29'])).toEqual({
      ...{ 'Q-0': 'Q-28', 'Q-8': 'Q-18', 'Q-28': 'Q-29', 'Q-29': 'Q-1' },
    });
  });

  /** Counts how often rows are given to the graph, and on how many stages, while an import runs. */
  async function counting<Result>(work: () => Promise<Result>) {
    const { database } = graph;
    const { write, rehearse } = database;
    let given = 0;
    let stages = 0;
    database.write = (context, operation) => {
      if (context.operation === 'customerCreate') given += 1;
      return write.call(database, context, operation as never) as never;
    };
    database.rehearse = (context, operations) => {
      stages += 1;
      return rehearse.call(database, context, operations as never) as never;
    };
    try {
      return { result: await work(), given, stages };
    } finally {
      Object.assign(database, { write, rehearse });
    }
  }

  it('CUS-26 CUS-47 are rehearsed with as much work as there are rows, however deep they stand', async () => {
    const depth = 600;
    const deepest = 60;
    // As far from each other as they usually are.
    Object.assign(linkedRowLimits, { deepest, stage: 40 });
    const chain = Array.from({ length: depth }, (_, at) => unit(`R-${at}`, at === 0 ? '' : `R-${at - 1}`)).reverse();
    const before = await state();
    const { result, given } = await counting(() => load('customers', chain, true));
    expect(await state()).toEqual(before);
    expect(result.counts).toMatchObject({ rows: depth, loaded: deepest + 1, rejected: depth - deepest - 1 });
    const [tooDeep, next] = told(result.rejects).reverse();
    const line = depth + 1 - (deepest + 1);
    expect(tooDeep).toEqual([line, 'parent', `R-${deepest}`, expect.stringContaining('TOO_DEEP')]);
    expect(next).toEqual([line - 1, 'parent', `R-${deepest + 1}`, expect.stringContaining(`line ${line}, which`)]);
    // The topmost is rehearsed by itself, and again above the others.
    expect(given).toBe(deepest + 2);
    // What is loaded for good is held to the same depth.
    linkedRowLimits.deepest = 20;
    const loaded = await load('customers', chain.slice(-22));
    expect(loaded.counts).toMatchObject({ loaded: 21, rejected: 1 });
    expect(told(loaded.rejects)).toEqual([[2, 'parent', 'R-20', expect.stringContaining('TOO_DEEP')]]);
  });

  it('CUS-26 CUS-47 stand as deep as is allowed, and no deeper, rehearsed and loaded', async () => {
    const { deepest } = linkedRowLimits;
    expect(deepest).toBe(300);
    // Two more than may be, the deepest first: every row waits for all others.
    const chain = Array.from({ length: deepest + 3 }, (_, at) =>
      unit(`T-${at}`, at === 0 ? '' : `T-${at - 1}`),
    ).reverse();
    const before = await state();
    const rehearsed = await counting(() => load('customers', chain, true));
    expect(await state()).toEqual(before);
    const loaded = await load('customers', chain);
    for (const { counts, rejects } of [rehearsed.result, loaded]) {
      expect(counts).toMatchObject({ rows: deepest + 3, loaded: deepest + 1, rejected: 2 });
      expect(told(rejects)).toEqual([
        [2, 'parent', `T-${deepest + 1}`, 'The row in line 3, which this names, was rejected.'],
        [3, 'parent', `T-${deepest}`, expect.stringContaining(`TOO_DEEP: More than ${deepest} rows`)],
      ]);
    }
    // All of them stood in one transaction, deeper than a rehearsal otherwise goes on in one.
    expect(deepest).toBeGreaterThan(linkedRowLimits.stage);
    expect(rehearsed.given).toBeLessThanOrEqual(deepest + 2);
    const above = Object.fromEntries(chain.slice(2, -1).map(({ code, parent }) => [code, parent]));
    expect(await owners(chain.map(({ code }) => code!))).toEqual(above);
    // Those that were too deep come with the next file.
    expect((await load('customers', chain)).counts).toMatchObject({ loaded: 2, present: deepest + 1, rejected: 0 });
  }, 120_000);

  it('CUS-26 CUS-47 are rehearsed on several stages when they are many, with little that comes twice', async () => {
    linkedRowLimits.stage = 40;
    const code = (branch: number, at: number) => `S-${branch}-${at}`;
    const trunk = Array.from({ length: 4 }, (_, at) => unit(`S-${at}`, at === 0 ? '' : `S-${at - 1}`));
    const branches = Array.from({ length: 16 }, (_, branch) =>
      Array.from({ length: 6 }, (_, at) => unit(code(branch, at), at === 0 ? 'S-3' : code(branch, at - 1))),
    ).flat();
    const rows = [...branches.toReversed(), ...trunk];
    const { result, given, stages } = await counting(() => load('customers', rows, true));
    expect(result.counts).toMatchObject({ rows: rows.length, loaded: rows.length, rejected: 0 });
    expect(stages).toBe(3);
    expect(given).toBeLessThan(1.2 * rows.length);
  });

  /** What an import that was interrupted left, and how it ended when the file was given again. */
  async function begunAgain(rows: readonly Row[]) {
    const codes = rows.map(({ code }) => code!);
    const there = await count(`"customer" where code = any(array['${codes.join("','")}'])`);
    const { counts, rejects } = await load('customers', rows);
    expect(rejects).toEqual([]);
    expect(counts).toMatchObject({ rows: rows.length, present: there, loaded: rows.length - there, rejected: 0 });
    const above = rows.filter(({ parent }) => parent).map(({ code, parent }) => [code, parent]);
    expect(await owners(codes)).toEqual(Object.fromEntries(above));
    // Nothing was made twice, nor a half of anything.
    const { rows: made } = await graph.database.pool.query<{ n: number; accounts: number }>(
      `select count(h.id)::int as n, (select count(*)::int from account a where a.owner_id = c.id) as accounts
       from customer c left join history_entry h on h.subject_id = c.id and h.type = 'customer.created' where c.code = any($1) group by c.id`,
      [codes],
    );
    expect(made).toEqual(codes.map(() => ({ n: 1, accounts: 1 })));
    return there;
  }
  const spools = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('rows-'));
  const waitingFor = (prefix: string, length: number) =>
    Array.from({ length }, (_, at) => unit(`${prefix}-${at}`, at === 0 ? '' : `${prefix}-${at - 1}`)).reverse();

  it('CUS-26 an import that ends in the middle of keeping a row is told of, leaves nothing behind, and is given again', async () => {
    let kept = 0;
    const rows = waitingFor('U', 30);
    const before = new Set(await spools());
    const broken = whileWriting(
      (write, bytes, offset, length, position) => {
        kept += 1;
        if (kept === 13) return Promise.reject(Object.assign(new Error('The disk is gone.'), { code: 'EIO' }));
        return write(bytes, offset, kept === 12 ? 20 : length, position);
      },
      () => load('customers', rows, false, 5),
    );
    await expect(broken).rejects.toThrow('The disk is gone.');
    expect(kept).toBeGreaterThanOrEqual(13);
    await until(async () => (await spools()).every((name) => before.has(name)));
    // Rows wait for those below them in the file: none was ready yet.
    expect(await begunAgain(rows)).toBe(0);
  });

  it('CUS-26 a process that is killed while it takes rows that waited loses none of them: the file is given again', async () => {
    const rows = waitingFor('V', 200);
    const file = await tableFile('customers', rows);
    const program = join(import.meta.dirname, '../../cli/import.ts');
    const hook = pathToFileURL(join(import.meta.dirname, '../../testing/typescript.mjs')).href;
    const env = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', DATABASE_URL: graph.databaseUrl };
    const before = new Set(await spools());
    const child = spawn(process.execPath, ['--no-warnings', '--import', hook, program, 'customers', file], {
      ...{ env, stdio: ['ignore', 'ignore', 'pipe'] },
    });
    let told = '';
    child.stderr!.on('data', (chunk: Buffer) => (told += String(chunk)));
    const ended = once(child, 'exit');
    const loaded = () => count(`"customer" where code like 'V-%'`);
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`It ended by itself: ${told}`);
      return (await loaded()) >= 5;
    }, 60_000);
    child.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    // The server may still be busy with what it was sent last.
    const others = `pg_stat_activity where datname = current_database() and state <> 'idle' and query like '%customer%' and pid <> pg_backend_pid()`;
    await until(async () => (await count(others)) === 0);
    expect((await spools()).filter((name) => !before.has(name))).toEqual([]);
    const there = await begunAgain(rows);
    expect(there).toBeGreaterThanOrEqual(5);
    expect(there).toBeLessThan(rows.length);
  }, 120_000);

  it('CUS-75 CUS-37 accounts take preferences from other accounts of the file', async () => {
    await load('customers', [unit('P-20'), unit('P-21')]);
    const account = (accountNo: string, customer: string, more: Row = {}): Row => ({
      ...{ accountNo, customer, likeAccount: '', billingCycle: '', ...more },
    });
    const rows = [
      account('LA-1', 'P-20', { likeAccount: 'LA-2' }),
      account('LA-2', 'P-20', { billingCycle: 'QUARTERLY' }),
      account('LA-3', 'P-21', { likeAccount: 'LA-2' }),
      account('LA-4', 'P-21', { likeAccount: 'LA-3' }),
    ];
    const before = await state();
    const rehearsed = await load('accounts', rows, true);
    expect(await state()).toEqual(before);
    const { counts, rejects } = await load('accounts', rows);
    expect(counts).toMatchObject({ loaded: 2, rejected: 2 });
    expect(told(rejects)).toEqual([
      [4, 'likeAccount', 'LA-2', expect.stringContaining('CONTRADICTION')],
      [5, 'likeAccount', 'LA-3', 'The row in line 4, which this names, was rejected.'],
    ]);
    expect([rehearsed.counts, told(rehearsed.rejects)]).toEqual([counts, told(rejects)]);
    const { rows: kept } = await graph.database.pool.query(
      `select account_no, billing_cycle from account where account_no like 'LA-%' order by 1`,
    );
    expect(kept).toEqual([
      { account_no: 'LA-1', billing_cycle: 'QUARTERLY' },
      { account_no: 'LA-2', billing_cycle: 'QUARTERLY' },
    ]);
  });
});
