import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { registerDocuments, retireDocument, saveDocumentClient } from '../domains/documents/index.js';
import type { Database } from '../kernel/database/database.js';
import { Refusal } from '../kernel/errors/index.js';

const usage = `usage: npm run documents -- register <manifest.json> --client <code> [--max-cost <number>]
       npm run documents -- list [--client <code>]
       npm run documents -- retire <hash> [--client <code>] [--reason <text>]
  register   adds the documents of a manifest of Apollo's or a map of Relay's; a client that is not known is made
  list       shows registered documents and how often they were run
  retire     ends a document for good, or for one client`;

/** A command line that cannot be understood; the message ends with the usage. */
export class DocumentsUsageError extends Error {
  constructor(problem: string) {
    super(`${problem}\n${usage}`);
  }
}

/** What the command line says. */
export interface DocumentsCommand {
  action: 'register' | 'list' | 'retire';
  /** File of the manifest, or hash. */
  subject?: string;
  client?: string;
  maxCost?: number;
  reason?: string;
}

/**
 * Reads the command line. Paths are taken from the folder in which the user is, which npm tells.
 * @throws DocumentsUsageError
 */
export function readDocumentsCommand(
  args: readonly string[],
  folder = process.env.INIT_CWD ?? process.cwd(),
): DocumentsCommand {
  const { positionals, values } = parsed(args);
  const [action, subject, ...rest] = positionals;
  if (action !== 'register' && action !== 'list' && action !== 'retire')
    throw new DocumentsUsageError(action ? `"${action}" is not a command` : 'the command is missing');
  if (rest.length > 0 || (action === 'list' && subject))
    throw new DocumentsUsageError(`"${rest[0] ?? subject}" is too much`);
  if (action !== 'list' && !subject)
    throw new DocumentsUsageError(action === 'register' ? 'the manifest is missing' : 'the hash is missing');
  if (action === 'register' && !values.client) throw new DocumentsUsageError('--client is missing');
  const maxCost = values['max-cost'];
  if (maxCost !== undefined && !/^[1-9]\d{0,6}$/.test(maxCost))
    throw new DocumentsUsageError(`"${maxCost}" is not a cost`);
  return {
    action,
    ...(subject ? { subject: action === 'register' ? resolve(folder, subject) : subject } : {}),
    ...(values.client ? { client: values.client } : {}),
    ...(maxCost ? { maxCost: Number(maxCost) } : {}),
    ...(values.reason ? { reason: values.reason } : {}),
  };
}

function parsed(args: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { client: option, 'max-cost': option, reason: option },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new DocumentsUsageError((error as Error).message);
  }
}

/** What the command prints, and whether all of it was done. */
export interface DocumentsOutcome {
  text: string;
  complete: boolean;
}

/** Runs a command on the registry; what the business refuses is said in the text. */
export async function runDocumentsCommand(database: Database, command: DocumentsCommand): Promise<DocumentsOutcome> {
  try {
    if (command.action === 'list') return { text: await list(database, command.client), complete: true };
    return command.action === 'register' ? await register(database, command) : await retire(database, command);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      text: `${error.userErrors.map(({ code, message }) => `${code}: ${message}`).join('\n')}\n`,
      complete: false,
    };
  }
}

async function register(database: Database, { subject, client, maxCost }: DocumentsCommand): Promise<DocumentsOutcome> {
  const manifest = await readManifestFile(subject!);
  const context = database.systemContext('documents-command');
  const { rows } = await database.pool.query('select 1 from "document_client" where "code" = $1', [client]);
  if (rows.length === 0 || maxCost !== undefined)
    await saveDocumentClient(context, { code: client!, ...(maxCost === undefined ? {} : { maxCost }) });
  const { registered, unchanged, refused } = await registerDocuments(context, { client: client!, manifest });
  const lines = [
    `${registered.length} documents registered for ${client}, ${unchanged} there already, ${refused.length} refused.`,
    ...registered.map(({ hash, name, version, cost }) => `+ ${hash}  ${name}  version ${version}, cost ${cost}`),
    ...refused.map(({ index, name, hash, code, reason }) => `- #${index} ${name ?? hash}: ${code}: ${reason}`),
  ];
  return { text: `${lines.join('\n')}\n`, complete: refused.length === 0 };
}

async function readManifestFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new DocumentsUsageError(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}

async function retire(database: Database, { subject, client, reason }: DocumentsCommand): Promise<DocumentsOutcome> {
  const { hash, name } = await retireDocument(database.systemContext('documents-command'), {
    hash: subject!,
    client,
    reason,
  });
  return { text: `${client ? `${client} may not run it any more` : 'retired'}: ${hash}  ${name}\n`, complete: true };
}

const LIST = `
  select d."hash", d."name", d."operation", d."version", d."cost", d."status", c."code" as "client",
         coalesce(sum(u."count"), 0)::text as "uses", max(u."last_used_at") as "lastUsedAt"
  from "trusted_document" d
  join "document_allowance" a on a."document_id" = d."id"
  join "document_client" c on c."id" = a."client_id"
  left join "document_usage" u on u."document_id" = d."id" and u."client_id" = c."id"
  where $1::text is null or c."code" = $1
  group by d."id", c."id" order by c."code", d."name", d."version", d."hash"`;

interface Listed {
  hash: string;
  name: string;
  operation: string;
  version: number;
  cost: number;
  status: string;
  client: string;
  uses: string;
  lastUsedAt: Date | null;
}

async function list(database: Database, client: string | undefined): Promise<string> {
  const { rows } = await database.pool.query<Listed>(LIST, [client ?? null]);
  const lines = rows.map(
    (row) =>
      `${row.client}  ${row.hash}  ${row.operation} ${row.name} v${row.version}  ${row.status}  cost ${row.cost}  ${row.uses} uses${row.lastUsedAt ? `, last ${row.lastUsedAt.toISOString()}` : ''}`,
  );
  return lines.length > 0 ? `${lines.join('\n')}\n` : 'No documents are registered.\n';
}
