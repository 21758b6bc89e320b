import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestGraph, type TestGraph } from '../testing/graph.js';
import { readDocumentsCommand, runDocumentsCommand } from './documents-command.js';

describe('the command line', () => {
  it('says what to do', () => {
    expect(readDocumentsCommand(['register', 'm.json', '--client', 'portal', '--max-cost', '50'], '/folder')).toEqual({
      action: 'register',
      subject: '/folder/m.json',
      client: 'portal',
      maxCost: 50,
    });
    expect(readDocumentsCommand(['list'], '/folder')).toEqual({ action: 'list' });
    expect(readDocumentsCommand(['retire', 'abc', '--reason', 'old'], '/folder')).toEqual({
      action: 'retire',
      subject: 'abc',
      reason: 'old',
    });
  });

  it.each([
    [[], 'the command is missing'],
    [['publish'], '"publish" is not a command'],
    [['register', '--client', 'portal'], 'the manifest is missing'],
    [['register', 'm.json'], '--client is missing'],
    [['register', 'm.json', 'n.json', '--client', 'x'], '"n.json" is too much'],
    [['register', 'm.json', '--client', 'x', '--max-cost', 'much'], '"much" is not a cost'],
    [['retire'], 'the hash is missing'],
    [['list', '--colour', 'red'], '--colour'],
  ])('%j is answered with the usage', (args, problem) => {
    expect(() => readDocumentsCommand(args)).toThrow(problem);
    expect(() => readDocumentsCommand(args)).toThrow('usage: npm run documents');
  });
});

describe('the registry', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startTestGraph();
  });
  afterAll(() => graph.close());

  it('is filled from a manifest, shown, and emptied again', async () => {
    const text = 'query FromFile { viewer { kind } }';
    const hash = createHash('sha256').update(text).digest('hex');
    const file = join(await mkdtemp(join(tmpdir(), 'manifest-')), 'manifest.json');
    await writeFile(file, JSON.stringify({ [hash]: text, ['0'.repeat(64)]: text }));
    const register = () =>
      runDocumentsCommand(graph.database, { action: 'register', subject: file, client: 'portal', maxCost: 70 });
    const list = async () => (await runDocumentsCommand(graph.database, { action: 'list', client: 'portal' })).text;

    expect(await list()).toBe('No documents are registered.\n');
    const first = await register();
    expect(first.complete).toBe(false);
    expect(first.text).toContain('1 documents registered for portal, 0 there already, 1 refused.');
    expect(first.text).toMatch(/#\d .*HASH_MISMATCH/);
    expect((await register()).text).toContain('0 documents registered for portal, 1 there already');
    expect(await list()).toContain(`portal  ${hash}  QUERY FromFile v1  ACTIVE`);

    const retire = () => runDocumentsCommand(graph.database, { action: 'retire', subject: hash });
    expect(await retire()).toEqual({ text: `retired: ${hash}  FromFile\n`, complete: true });
    expect(await retire()).toMatchObject({ text: expect.stringContaining('INVALID_TRANSITION'), complete: false });
    expect(await list()).toContain('RETIRED');
  });

  it('refuses a file that is not JSON', async () => {
    await expect(
      runDocumentsCommand(graph.database, { action: 'register', subject: '/dev/null', client: 'x' }),
    ).rejects.toThrow('cannot be read as JSON');
  });
});
