import { domains } from '../domains/index.js';
import { graphSchema } from '../start/application.js';
import { connectInspection } from '../start/documents.js';
import { DocumentsUsageError, readDocumentsCommand, runDocumentsCommand } from './documents-command.js';
import { isExpected, withDatabase } from './with-database.js';

/** The registry of documents: `npm run documents -- register|list|retire`. Ends with 0 when all was done, 1 when not, 2 when misused. */
try {
  const command = readDocumentsCommand(process.argv.slice(2));
  connectInspection(graphSchema(domains));
  const { text, complete } = await withDatabase((database) => runDocumentsCommand(database, command));
  process.stdout.write(text);
  process.exitCode = complete ? 0 : 1;
} catch (error) {
  const misused = error instanceof DocumentsUsageError;
  const text = misused || isExpected(error) ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`${text}\n`);
  process.exitCode = misused ? 2 : 1;
}
