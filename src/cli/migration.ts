import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { domains } from '../domains/index.js';
import { projectFolder } from '../kernel/config/project-folder.js';
import { startEmbeddedPostgres, throwawaySettings } from '../kernel/database/embedded/index.js';
import { linkInverses } from '../kernel/model/index.js';
import { migrateTo } from '../migrations/migrate.js';
import { entitiesOf } from '../start/entities.js';

/**
 * Writes the migration that brings the released schema to what the classes say: `npm run migration -- <name>`.
 * With `--check` it only tells whether one is missing.
 */
const [argument] = process.argv.slice(2);
const folder = join(projectFolder, 'src', 'migrations');
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** What the classes cannot say: the key of a partitioned table holds the column that divides it, too. */
const PARTITIONED_KEY = /^alter table "history_entry" (drop constraint "history_entry_pkey"|add primary key \("id"\))/;

/** A view of the jobs of the queue, and the function behind it: no table. */
const VIEW = /"(background_job|queued_jobs)"/;

/** Functions and triggers that migrations wrote by hand, for the words of customers and for versions of rows; and constraints that keep ranges apart. */
const BY_HAND =
  /^(drop (trigger|function) if exists "\w*(customer_words|search_squeeze|search_number|search_local|row_version|operator_today)|alter table "\w+" drop constraint "\w+_apart")/;

const dataDir = join(tmpdir(), `switchboard-migration-${process.pid}`);
const server = await startEmbeddedPostgres({ dataDir, log: quiet, settings: throwawaySettings });
try {
  const statements = await difference(server.url);
  if (statements.length === 0) process.stdout.write('The migrations are complete.\n');
  else if (!argument || argument === '--check')
    fail(`A migration is missing; run "npm run migration -- <name>". It would do:\n${statements.join('\n')}`);
  else process.stdout.write(`${await write(argument, statements)}\n`);
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function difference(url: string): Promise<string[]> {
  await migrateTo(url);
  linkInverses();
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: entitiesOf(domains) as never[],
    schemaGenerator: { skipTables: ['switchboard_migration'], ignoreSchema: ['graphile_worker'] } as never,
  });
  try {
    const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
    const statements = sql
      .split('\n')
      .map((line) => line.trim())
      .filter(
        (line) =>
          line !== '' &&
          !line.includes('switchboard_migration') &&
          !PARTITIONED_KEY.test(line) &&
          !VIEW.test(line) &&
          !BY_HAND.test(line),
      );
    return withoutKnownTruncateTriggers(statements);
  } finally {
    await orm.close(true);
  }
}

/** PostgreSQL's information schema lists no triggers on TRUNCATE, so those of earlier migrations look missing for ever. */
async function withoutKnownTruncateTriggers(statements: string[]): Promise<string[]> {
  const triggers = statements.filter((statement) => statement.includes('BEFORE TRUNCATE'));
  if (triggers.length === 0) return statements;
  const files = (await readdir(folder)).filter((file) => /^m\d{4}-/.test(file));
  const released = (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
  const known = triggers
    .map((trigger) => trigger.match(/execute function "(\w+)"/)?.[1] ?? '')
    .filter((name) => name !== '' && released.includes(name));
  return statements.filter((statement) => !known.some((name) => statement.includes(`"${name}"`)));
}

async function write(name: string, statements: readonly string[]): Promise<string> {
  const files = (await readdir(folder)).filter((file) => /^m\d{4}-/.test(file)).sort();
  const number = String(Number(files.at(-1)?.slice(1, 5) ?? 0) + 1).padStart(4, '0');
  const className = `M${number}${name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`;
  const file = `m${number}-${name}.ts`;
  const body = statements
    .map((statement) => `    this.addSql(${JSON.stringify(statement.replace(/;$/, ''))});`)
    .join('\n');
  await writeFile(
    join(folder, file),
    `import { Migration } from '@mikro-orm/migrations';\n\nexport class ${className} extends Migration {\n  override up(): void {\n${body}\n  }\n}\n`,
  );
  const index = await readFile(join(folder, 'index.ts'), 'utf8');
  const updated = index
    .replace(/\n\n\/\*\*/, `\nimport { ${className} } from './${file.replace('.ts', '.js')}';\n\n/**`)
    .replace(/,?\s*\];/, `,\n  ${className},\n];`);
  await writeFile(join(folder, 'index.ts'), updated);
  return join('src', 'migrations', file);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
