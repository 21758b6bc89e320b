import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestFolder } from '../../../testing/folder.js';
import { query } from '../../../testing/query.js';
import { startEmbeddedPostgres, throwawaySettings, type EmbeddedPostgres, type PostgresSettings } from './index.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const isRoot = process.getuid?.() === 0;
const asRootOnLinux = isRoot && process.platform === 'linux' ? test : test.skip;

let base: string;
let running: EmbeddedPostgres[] = [];
let owners: ChildProcess[] = [];

beforeEach(async () => {
  base = await createTestFolder();
});

afterEach(async () => {
  for (const owner of owners) owner.kill('SIGKILL');
  await Promise.all(running.map((postgres) => postgres.stop()));
  running = [];
  owners = [];
  await rm(base, { recursive: true, force: true, maxRetries: 10 });
});

async function start(dataDir = join(base, 'data'), log = silent): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log, settings: throwawaySettings });
  running.push(postgres);
  return postgres;
}

/** Starts the database in a process of its own, which answers its URL and the server's process id, and idles as long as this process lives. */
async function startInProcess(
  dataDir: string,
  settings: PostgresSettings = throwawaySettings,
): Promise<{ owner: ChildProcess; url: string; pid: number }> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'index.ts')).href)});
    const log = { debug() {}, info() {}, warn() {} };
    const { url, pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log, settings: ${JSON.stringify(settings)} });
    console.log(JSON.stringify({ url, pid }));
    process.stdin.on('end', () => process.exit()).resume();`;
  const hook = pathToFileURL(join(import.meta.dirname, '../../../testing/typescript.mjs')).href;
  const owner = spawn(process.execPath, ['--import', hook, '--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  owners.push(owner);
  const [line] = await once(owner.stdout!, 'data');
  return { owner, ...JSON.parse(String(line)) };
}

/** Whether the process does anything: a zombie that nobody has buried yet does not. */
function isRunning(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

async function waitUntil(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition(); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('waited ten seconds in vain');
  }
}

async function killOwner(owner: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  owner.kill(signal);
  await once(owner, 'exit');
}

test('starts, keeps data over a restart on the same port, and leaves no process behind', async () => {
  const first = await start();
  await query(first.url, 'create table kept (n int)');
  await query(first.url, 'insert into kept values (7)');
  await first.stop();
  expect(isRunning(first.pid)).toBe(false);

  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  await second.stop();
  await second.stop();
  expect(isRunning(second.pid)).toBe(false);
  await expect(query(second.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test('sorts by code point, knows Unicode, and indexes Chinese names with pg_trgm', async () => {
  const { url } = await start();
  const [locale] = await query(
    url,
    `select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
  );
  expect(locale).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' });
  await query(url, 'create extension pg_trgm');
  const [words] = await query(
    url,
    `select upper('émile') as upper, 'Z' < 'a' as code_points, array_length(show_trgm('客户服务中心'), 1) as trigrams`,
  );
  expect(words).toEqual({ upper: 'ÉMILE', code_points: true, trigrams: 7 });
});

test('applies the settings it is given over those of a small server', async () => {
  const { url } = await start();
  const rows = await query(
    url,
    `select name, setting from pg_settings where name in ('fsync', 'jit', 'TimeZone', 'max_connections') order by name`,
  );
  expect(rows).toEqual([
    { name: 'TimeZone', setting: 'UTC' },
    { name: 'fsync', setting: 'off' },
    { name: 'jit', setting: 'off' },
    { name: 'max_connections', setting: '200' },
  ]);
});

test('lets nobody in without the password, and keeps the password from other users', async () => {
  const { url } = await start();
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect((await stat(join(base, 'data/access.json'))).mode & 0o077).toBe(0);
});

test('refuses a second instance on the same folder, in this process and in another, and names the owner', async () => {
  const { owner, url } = await startInProcess(join(base, 'data'));
  await expect(start()).rejects.toMatchObject({
    code: 'EMBEDDED_POSTGRES_IN_USE',
    message: expect.stringMatching(new RegExp(`in use by process ${owner.pid}, .*set DATA_DIR`)),
  });
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);

  const other = await start(join(base, 'other'));
  await expect(start(join(base, 'other'))).rejects.toMatchObject({ code: 'EMBEDDED_POSTGRES_IN_USE' });
  expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('gives the folder free again after a start that failed', async () => {
  await mkdir(join(base, 'data/cluster'), { recursive: true });
  await writeFile(join(base, 'data/cluster/PG_VERSION'), '9\n');
  for (let time = 1; time <= 2; time += 1) {
    await expect(start()).rejects.toMatchObject({
      code: 'EMBEDDED_POSTGRES_DATA',
      message: expect.stringContaining('PostgreSQL 9'),
    });
  }
});

test('stops the server when its owner is killed, and keeps what was committed', async () => {
  const { owner, url, pid } = await startInProcess(join(base, 'data'));
  await query(url, 'create table kept as select 7 as n');
  await killOwner(owner);
  await waitUntil(() => !isRunning(pid));
  expect(await query((await start()).url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('starts at once after its owner was killed, while the old server still runs', async () => {
  const { owner, url, pid } = await startInProcess(join(base, 'data'));
  await query(url, 'create table kept as select 7 as n');
  const cluster = join(base, 'data/cluster');
  await endWatchdogs(pid);
  await killOwner(owner);
  await sleep(100);
  expect(isRunning(pid)).toBe(true);

  const next = await start();
  expect(isRunning(pid)).toBe(false);
  expect(await query(next.url, 'select n from kept')).toEqual([{ n: 7 }]);
  expect(await readFile(join(cluster, 'postmaster.pid'), 'utf8')).toMatch(new RegExp(`^${next.pid}\n`));
});

test('recovers after the server itself was killed together with its owner', async () => {
  const { owner, url, pid } = await startInProcess(join(base, 'data'), {});
  await query(url, 'create table kept as select 7 as n');
  await endWatchdogs(pid);
  await killOwner(owner);
  process.kill(pid, 'SIGKILL');
  expect(await query((await start()).url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('tells its owner when the server ends by itself', async () => {
  const ended = Promise.withResolvers<string>();
  const postgres = await startEmbeddedPostgres({
    dataDir: join(base, 'data'),
    log: silent,
    settings: throwawaySettings,
    onUnexpectedEnd: ended.resolve,
  });
  running.push(postgres);
  process.kill(postgres.pid, 'SIGKILL');
  expect(await ended.promise).toBe('SIGKILL');
});

test('is not deceived by a process that got the process id of a server long gone', async () => {
  const first = await start();
  await first.stop();
  const pidFile = join(base, 'data/cluster/postmaster.pid');
  await writeFile(
    pidFile,
    `${process.pid}\n${join(base, 'data/cluster')}\n1\n${new URL(first.url).port}\n\n127.0.0.1\n\nready\n`,
  );
  const second = await start();
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('begins anew when the creation was interrupted', async () => {
  await mkdir(join(base, 'data/cluster.new/base'), { recursive: true });
  await writeFile(join(base, 'data/access.json'), '{"password":"old","port":0}');
  expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await readdir(join(base, 'data'))).sort()).toEqual(['access.json', 'cluster']);
});

test('takes another port when its own is taken', async () => {
  const first = await start();
  await first.stop();
  const squatter: Server = createServer();
  await new Promise<void>((resolve) => squatter.listen(Number(new URL(first.url).port), '127.0.0.1', resolve));
  try {
    const second = await start();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  } finally {
    squatter.close();
  }
});

test('works in a path far longer than a socket name may be', async () => {
  const { url } = await start(
    join(base, 'a-folder-with-a-long-name'.repeat(4), 'and-another-one-below'.repeat(4), 'data'),
  );
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

asRootOnLinux('works as root below a folder closed to everybody else, and after root took the files', async () => {
  await mkdir(join(base, 'closed'), { mode: 0o700 });
  const first = await start(join(base, 'closed/data'));
  await query(first.url, 'create table kept as select 7 as n');
  const cluster = join(base, 'closed/data/cluster');
  expect((await stat(cluster)).uid).not.toBe(0);
  await first.stop();

  await once(spawn('chown', ['-R', '0:0', cluster]), 'exit');
  expect(await query((await start(join(base, 'closed/data'))).url, 'select n from kept')).toEqual([{ n: 7 }]);
});

/** Kills the shell that would stop the server with its owner, as happens when a container loses all its processes at once. */
async function endWatchdogs(server: number): Promise<void> {
  await once(
    spawn('sh', [
      '-c',
      `for p in $(ps -eo pid=,args= | awk '/kill -INT "[$]0" ${server}$/ { print $1 }'); do kill -9 $p; done`,
    ]),
    'exit',
  );
}
