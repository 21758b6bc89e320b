import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { domains } from '../domains/index.js';
import { buildGraphSchema } from '../graph/schema.js';
import { projectFolder } from '../kernel/config/project-folder.js';

/** Prints the contract to `schema/schema.graphql`: `npm run schema`. With `--check` it fails when the file differs from the code. */
const path = join(projectFolder, 'schema', 'schema.graphql');
const text = `${printSchema(buildGraphSchema(domains))}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(path, text);
  process.stdout.write(`schema/schema.graphql: ${text.split('\n').length} lines\n`);
} else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
  process.stderr.write('schema/schema.graphql differs from the code; run "npm run schema" and commit the result.\n');
  process.exitCode = 1;
}
