/** @isolated: it mocks functions. */
import { jest } from '@jest/globals';
import { createLogger } from '../../kernel/log/log.js';
import type { DocumentSource, DocumentUse, RegisteredDocument } from './document-source.js';
import { TrustedDocuments } from './trusted-documents.js';

const log = createLogger({ log: { level: 'silent', pretty: false } });
const rights = { cacheSeconds: 0, maxCost: 10 };

function registry(...documents: RegisteredDocument[]) {
  const rows = new Map(documents.map((document) => [document.hash, document]));
  const written: DocumentUse[] = [];
  const source = {
    find: jest.fn(async (hashes: readonly string[]) => hashes.flatMap((hash) => rows.get(hash) ?? [])),
    rights: jest.fn(async (hashes: readonly string[]) => hashes.flatMap((hash) => rows.get(hash) ?? [])),
    record: jest.fn(async (uses: readonly DocumentUse[]) => void written.push(...uses)),
  } satisfies DocumentSource;
  return { rows, written, source };
}

const document = (hash: string, ...clients: string[]): RegisteredDocument => ({
  hash,
  text: `query ${hash} { a }`,
  clients: new Map(clients.map((client) => [client, rights])),
});

it('reads a document once, however many ask for it at the same time', async () => {
  const { source } = registry(document('a', 'portal'));
  const trusted = new TrustedDocuments({ source, log });
  const found = await Promise.all(Array.from({ length: 50 }, () => trusted.find('a')));
  expect(new Set(found).size).toBe(1);
  await trusted.find('a');
  expect(source.find).toHaveBeenCalledTimes(1);
  await trusted.close();
});

it('asks for an unknown hash once in a while only, and finds it when it is registered then', async () => {
  const { source, rows } = registry();
  const trusted = new TrustedDocuments({ source, log, unknownMs: 1_000 });
  for (let times = 0; times < 100; times++) expect(await trusted.find('late')).toBeUndefined();
  expect(source.find).toHaveBeenCalledTimes(1);
  rows.set('late', document('late', 'portal'));
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await trusted.find('late')).toMatchObject({ hash: 'late' });
  await trusted.close();
});

it('forgets retired documents and takes over changed rights when it looks again', async () => {
  const { source, rows } = registry(document('a', 'portal'), document('b', 'portal'));
  const trusted = new TrustedDocuments({ source, log });
  await trusted.find('a');
  await trusted.find('b');
  rows.delete('a');
  rows.set('b', document('b', 'other'));
  await trusted.refresh();
  expect(await trusted.find('a')).toBeUndefined();
  expect([...(await trusted.find('b'))!.clients.keys()]).toEqual(['other']);
  await trusted.close();
});

it('writes uses in batches, keeps them when that fails, and writes the rest at the end', async () => {
  const { source, written } = registry();
  const trusted = new TrustedDocuments({ source, log });
  for (let times = 0; times < 1_000; times++) trusted.used('a', times % 2 ? 'portal' : 'other');
  expect(source.record).not.toHaveBeenCalled();
  source.record.mockImplementationOnce(async () => Promise.reject(new Error('down')));
  await expect(trusted.report()).rejects.toThrow('down');
  trusted.used('a', 'portal');
  await trusted.close();
  expect(written.map(({ client, count }) => [client, count]).sort()).toEqual([
    ['other', 500],
    ['portal', 501],
  ]);
});

it('survives a registry that cannot be reached', async () => {
  const { source } = registry(document('a', 'portal'));
  const trusted = new TrustedDocuments({ source, log, pollMs: 5 });
  await trusted.find('a');
  source.rights.mockImplementation(async () => Promise.reject(new Error('down')));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await trusted.find('a')).toMatchObject({ hash: 'a' });
  await trusted.close();
});
