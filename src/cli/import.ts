import { checkFile, describeImport, importFile, isUnusable, readImportCommand } from './import-command.js';
import { ImportError } from '../kernel/imports/index.js';
import { isExpected, withDatabase } from './with-database.js';

/** Loads a table in CSV or Excel: `npm run import -- customers <file>`. Ends with 0 when loaded, 2 when the input is unusable. */
try {
  const command = readImportCommand(process.argv.slice(2));
  await checkFile(command);
  const began = performance.now();
  const report = await withDatabase((database) => importFile(database, command));
  process.stdout.write(describeImport(report, (performance.now() - began) / 1000, command.dryRun));
} catch (error) {
  const code = error instanceof ImportError ? `${error.code}: ` : '';
  const text = isUnusable(error) || isExpected(error) ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`${code}${text}\n`);
  process.exitCode = isUnusable(error) ? 2 : 1;
}
