import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readlink, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTestFolder } from '../../../testing/folder.js';
import { chooseAccount } from './account.js';
import { locateBinaries } from './binaries.js';
import { hydrateLinks, missingLinks } from './links.js';
import { stageBinaries } from './staging.js';

const asRoot = process.getuid?.() === 0 ? test : test.skip;

/** A package of binaries as npm unpacks it without running install scripts. */
async function unpack(): Promise<string> {
  const home = await createTestFolder();
  await mkdir(join(home, 'native/bin'), { recursive: true });
  await mkdir(join(home, 'native/lib'));
  await writeFile(join(home, 'native/bin/postgres'), '#!/bin/sh\nid -u\n', { mode: 0o700 });
  await writeFile(join(home, 'native/lib/libpq.so.5.18'), 'library', { mode: 0o600 });
  await writeFile(
    join(home, 'native/pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  );
  return home;
}

test('finds programs that run on this machine', async () => {
  const { postgres, version } = await locateBinaries(await chooseAccount('/nowhere'));
  const said = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  expect(said.stdout).toContain(`PostgreSQL) ${version.split('.').slice(0, 2).join('.')}`);
});

test('creates the symbolic links that a skipped install script left out', async () => {
  const home = await unpack();
  expect(await missingLinks(home)).toHaveLength(1);
  expect(await hydrateLinks(home)).toBe(true);
  expect(await readlink(join(home, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect(await missingLinks(home)).toEqual([]);
});

asRoot('copies the programs out of a closed folder, linked and executable by another user', async () => {
  const home = await unpack();
  await chmod(home, 0o700);
  const account = { uid: 65534, gid: 65534 };
  expect(spawnSync(join(home, 'native/bin/postgres'), { ...account, cwd: '/' }).status).not.toBe(0);

  const native = await stageBinaries(home, `test-${process.pid}`, account);
  try {
    expect(spawnSync(join(native, 'bin/postgres'), { ...account, cwd: '/', encoding: 'utf8' }).stdout).toBe('65534\n');
    expect(await readlink(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await stageBinaries(home, `test-${process.pid}`, account)).toBe(native);
  } finally {
    await rm(dirname(native), { recursive: true });
  }
});
