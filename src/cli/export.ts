import { exportToFile, ExportUsageError, readExportCommand } from './export-command.js';
import { isExpected, withDatabase } from './with-database.js';

/** Writes records as a table in CSV or Excel: `npm run export -- customers <file.xlsx>`. Ends with 0 when written, 2 for a wrong command line. */
try {
  const command = readExportCommand(process.argv.slice(2));
  const rows = await withDatabase((database) => exportToFile(database, command));
  process.stdout.write(`${rows.toLocaleString('en')} ${command.table} written to ${command.file}\n`);
} catch (error) {
  const isUsage = error instanceof ExportUsageError;
  process.stderr.write(`${isUsage || isExpected(error) ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = isUsage ? 2 : 1;
}
