import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { DocumentAllowance } from './document-allowance.js';
import { DocumentClient } from './document-client.js';
import { documentInspection, type DocumentInspection } from './document-inspection.js';
import { isHashOf, readManifest, type ManifestEntry } from './manifest.js';
import { documentLifecycle } from './trusted-document.lifecycle.js';
import { DocumentOperation, DocumentStatus, MAX_TEXT, TrustedDocument } from './trusted-document.js';

/** An entry of a manifest that was not registered. */
export interface RefusedEntry {
  index: number;
  name: string | null;
  hash: string;
  code: string;
  reason: string;
}

/** What became of a manifest. */
export interface Registration {
  client: DocumentClient;
  /** Documents that the client could not run before. */
  registered: TrustedDocument[];
  /** How many it could run already. */
  unchanged: number;
  refused: RefusedEntry[];
}

/** What is to be registered: the client by its code, and a manifest in one of the forms of {@link readManifest}. */
export interface RegisterDocuments {
  client: string;
  manifest: unknown;
}

/**
 * Registers the documents of a manifest for a client: hashes are computed again, texts checked against the contract and priced.
 * Entries at fault are reported, all others registered; the same manifest may be sent again. Documents that it does not mention
 * stay as they are.
 */
export async function registerDocuments(context: CallContext, input: RegisterDocuments): Promise<Registration> {
  const entries = readManifest(input.manifest, ['input', 'manifest']);
  return context.database.write(context, async (tx) => {
    // Two manifests at once, each with the same document, would both find it missing.
    await tx.em.execute(`select pg_advisory_xact_lock(hashtext('documents.register'))`);
    const client = await tx.em.findOne(DocumentClient, { code: input.client });
    if (!client) return refuse('NOT_FOUND', 'There is no client with this code.', ['input', 'client']);
    const registrar = await Registrar.open(tx, client, entries);
    for (const entry of entries) registrar.register(entry);
    return registrar.result;
  });
}

/** Registers entries one after another, knowing what is there. */
class Registrar {
  readonly result: Registration;

  private constructor(
    private readonly tx: Transaction,
    client: DocumentClient,
    /** Documents with the hashes of the manifest. */
    private readonly known: Map<string, TrustedDocument>,
    /** Hashes that the client may run. */
    private readonly allowed: Set<string>,
    /** Documents of the client by name. */
    private readonly versions: Map<string, number>,
    /** Documents in use of the client. */
    private inUse: number,
  ) {
    this.result = { client, registered: [], unchanged: 0, refused: [] };
  }

  static async open(tx: Transaction, client: DocumentClient, entries: readonly ManifestEntry[]): Promise<Registrar> {
    const found = await tx.em.find(TrustedDocument, { hash: { $in: entries.map(({ hash }) => hash) } });
    const rows = await tx.em.execute<{ hash: string; name: string; version: number; status: string }[]>(
      `select d."hash", d."name", d."version", d."status" from "document_allowance" a join "trusted_document" d on d."id" = a."document_id" where a."client_id" = ?`,
      [client.id],
    );
    const versions = new Map<string, number>();
    for (const { name, version } of rows) versions.set(name, Math.max(versions.get(name) ?? 0, version));
    const inUse = rows.filter(({ status }) => status === DocumentStatus.ACTIVE).length;
    return new Registrar(
      tx,
      client,
      new Map(found.map((document) => [document.hash, document])),
      new Set(rows.map(({ hash }) => hash)),
      versions,
      inUse,
    );
  }

  register(entry: ManifestEntry): void {
    const known = this.known.get(entry.hash);
    const fault = this.hashFault(entry, known);
    if (fault) return this.refuse(entry, ...fault);
    if (known && this.allowed.has(entry.hash)) return void this.result.unchanged++;
    const inspected = documentInspection.adapter.inspect(entry.text);
    if ('code' in inspected) return this.refuse(entry, inspected.code, inspected.reason);
    const objection = this.objection(inspected);
    if (objection) return this.refuse(entry, ...objection);
    this.allow(known ?? this.create(entry, inspected));
  }

  private hashFault(
    { hash, text }: ManifestEntry,
    known: TrustedDocument | undefined,
  ): [code: string, reason: string] | undefined {
    if (text.length > MAX_TEXT)
      return ['TOO_LONG', `The text has ${text.length} characters; at most ${MAX_TEXT} are allowed.`];
    const matches = isHashOf(hash, text);
    if (matches === undefined)
      return ['UNKNOWN_HASH', 'The hash is none of SHA-256, SHA-1 and MD5 in hexadecimal digits.'];
    if (!matches) return ['HASH_MISMATCH', 'The hash is not that of the text.'];
    if (known && known.text !== text) return ['HASH_CONFLICT', 'Another text is registered under this hash.'];
    if (known?.status === DocumentStatus.RETIRED) return ['RETIRED', 'The document was retired.'];
    return undefined;
  }

  private objection({ operationName, cost }: DocumentInspection): [code: string, reason: string] | undefined {
    const { client } = this.result;
    if (!operationName) return ['NO_NAME', 'The operation has no name, by which its use is counted.'];
    if (operationName.length > 200) return ['TOO_LONG', 'The name of the operation has more than 200 characters.'];
    if (cost > client.maxCost)
      return ['TOO_COSTLY', `The operation costs ${cost}; ${client.maxCost} is the most for this client.`];
    if (this.inUse >= client.maxDocuments)
      return ['TOO_MANY', `The client has ${this.inUse} documents in use already, the most that it may have.`];
    return undefined;
  }

  private create(
    { hash, text }: ManifestEntry,
    { operationName, operationType, cost }: DocumentInspection,
  ): TrustedDocument {
    const name = operationName!;
    const version = (this.versions.get(name) ?? 0) + 1;
    const operation = DocumentOperation[operationType.toUpperCase() as keyof typeof DocumentOperation];
    const values = {
      hash,
      name,
      text,
      operation,
      cost,
      version,
      registeredAt: this.tx.at,
      registeredBy: this.tx.caller.subject,
      retiredAt: null,
    };
    const document = this.tx.add(Object.assign(new TrustedDocument(), values));
    documentLifecycle.begin(this.tx, document, { data: { hash, name, version, cost } });
    this.known.set(hash, document);
    this.versions.set(name, version);
    return document;
  }

  private allow(document: TrustedDocument): void {
    const { client } = this.result;
    this.tx.add(Object.assign(new DocumentAllowance(), { document, client, allowedAt: this.tx.at }));
    this.tx.record({
      kind: 'BUSINESS_FACT',
      type: 'document.allowed',
      subject: document,
      data: { client: client.code },
    });
    this.allowed.add(document.hash);
    this.inUse++;
    this.result.registered.push(document);
  }

  private refuse({ index, name, hash }: ManifestEntry, code: string, reason: string): void {
    this.result.refused.push({ index, name, hash: hash.slice(0, 64), code, reason: reason.slice(0, 1_000) });
  }
}
