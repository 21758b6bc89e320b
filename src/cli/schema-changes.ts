import { execFileSync } from 'node:child_process';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { projectFolder } from '../kernel/config/project-folder.js';

/**
 * Refuses breaking changes of the contract that their commit does not announce: `npm run schema:changes`.
 * An announcement is a line `BREAKING CHANGE: <path>` in the commit's message, such as `BREAKING CHANGE: Customer.shortName`;
 * a path announces all below it. The newest commits since the last release (a tag `v…`) are looked at; a later commit may announce
 * what an earlier one forgot.
 */
const FILE = 'schema/schema.graphql';
const NEWEST = 10;

const git = (...args: string[]): string =>
  execFileSync('git', args, {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

function attempt(...args: string[]): string | undefined {
  try {
    return git(...args);
  } catch {
    return undefined;
  }
}

const released = attempt('describe', '--tags', '--match', 'v*', '--abbrev=0')?.trim();
const range = released ? [`${released}..HEAD`] : [];
const commits = (attempt('log', `-${NEWEST}`, '--format=%H', ...range, '--', FILE) ?? '').split('\n').filter(Boolean);

const messages = attempt('log', '-200', '--format=%B', ...range) ?? '';
const announced = [...messages.matchAll(/^BREAKING CHANGE: *(\S+)/gm)].map((match) => match[1]!);

let unannounced = 0;
for (const commit of commits) {
  const before = attempt('show', `${commit}~1:${FILE}`);
  const after = attempt('show', `${commit}:${FILE}`);
  if (!before || !after) continue;
  const changes = await diff(buildSchema(before), buildSchema(after));
  for (const change of changes.filter((candidate) => candidate.criticality.level === CriticalityLevel.Breaking)) {
    const path = change.path ?? '';
    if (announced.some((known) => path === known || path.startsWith(`${known}.`))) continue;
    unannounced++;
    process.stderr.write(`${commit.slice(0, 10)} breaks ${path}: ${change.message}\n`);
  }
}
if (unannounced) {
  process.stderr.write(
    `${unannounced} breaking changes are not announced by "BREAKING CHANGE: <path>" in their commit.\n`,
  );
  process.exitCode = 1;
} else process.stdout.write(`No unannounced breaking change in ${commits.length} commits of the contract.\n`);
