import type { Logger } from '../../kernel/log/log.js';
import type { DocumentSource, DocumentUse, RegisteredDocument } from './document-source.js';

/** Documents kept in memory; the one that was not used for longest goes first. */
const MAX_DOCUMENTS = 5_000;
/** Hashes remembered as asked for in vain, so that asking for them again and again does not reach the database. */
const MAX_UNKNOWN = 10_000;

export interface TrustedDocumentsOptions {
  source: DocumentSource;
  log: Logger;
  /** Milliseconds between looks at the registry: the longest that a retired document still runs. */
  pollMs?: number;
  /** Milliseconds between reports of use. */
  reportMs?: number;
  /** Milliseconds for which an unknown hash is taken to stay unknown. */
  unknownMs?: number;
}

/** The registered documents of this process: read when first asked for, looked at again by polling, their use reported in batches. */
export class TrustedDocuments {
  private readonly known = new Map<string, RegisteredDocument>();
  private readonly unknown = new Map<string, number>();
  private readonly loading = new Map<string, Promise<RegisteredDocument | undefined>>();
  private uses = new Map<string, DocumentUse>();
  private readonly timers: NodeJS.Timeout[];
  private readonly source: DocumentSource;
  private readonly log: Logger;
  private readonly unknownMs: number;

  constructor({ source, log, pollMs = 2_000, reportMs = 5_000, unknownMs = 1_000 }: TrustedDocumentsOptions) {
    this.source = source;
    this.log = log;
    this.unknownMs = unknownMs;
    this.timers = [
      setInterval(() => void this.quietly(() => this.refresh()), pollMs),
      setInterval(() => void this.quietly(() => this.report()), reportMs),
    ];
    for (const timer of this.timers) timer.unref();
  }

  /** The document with this hash; undefined when there is none that anybody may run. */
  async find(hash: string): Promise<RegisteredDocument | undefined> {
    const found = this.known.get(hash);
    if (found) {
      this.known.delete(hash);
      this.known.set(hash, found);
      return found;
    }
    if ((this.unknown.get(hash) ?? 0) > Date.now()) return undefined;
    let loading = this.loading.get(hash);
    if (!loading) {
      loading = this.load(hash).finally(() => this.loading.delete(hash));
      this.loading.set(hash, loading);
    }
    return loading;
  }

  /** The document as the registry has it now, looked at once a second at most: for clients that could not run it until then. */
  async findAgain(hash: string): Promise<RegisteredDocument | undefined> {
    if ((this.unknown.get(hash) ?? 0) > Date.now()) return this.known.get(hash);
    this.miss(hash);
    const [now] = await this.source.rights([hash]);
    const before = this.known.get(hash);
    if (!now || !before) return undefined;
    const document = { ...before, clients: now.clients };
    this.known.set(hash, document);
    return document;
  }

  /** Counts a use; it is written with others later. */
  used(hash: string, client: string): void {
    const key = `${hash} ${client}`;
    const use = this.uses.get(key) ?? { hash, client, count: 0, lastUsedAt: new Date() };
    use.count++;
    use.lastUsedAt = new Date();
    this.uses.set(key, use);
  }

  /** Looks at the registry: forgets what was retired, and takes over changed rights. */
  async refresh(): Promise<void> {
    const hashes = [...this.known.keys()];
    if (hashes.length === 0) return;
    const current = new Map((await this.source.rights(hashes)).map((document) => [document.hash, document]));
    for (const hash of hashes) {
      const before = this.known.get(hash);
      const now = current.get(hash);
      if (!before) continue;
      if (now) this.known.set(hash, { ...before, clients: now.clients });
      else this.known.delete(hash);
    }
  }

  /** Writes the uses counted so far. */
  async report(): Promise<void> {
    if (this.uses.size === 0) return;
    const uses = this.uses;
    this.uses = new Map();
    try {
      await this.source.record([...uses.values()]);
    } catch (error) {
      for (const [key, use] of uses)
        this.uses.set(key, { ...use, count: use.count + (this.uses.get(key)?.count ?? 0) });
      throw error;
    }
  }

  /** Stops looking, and reports what is left. */
  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.quietly(() => this.report());
  }

  private async load(hash: string): Promise<RegisteredDocument | undefined> {
    const [document] = await this.source.find([hash]);
    if (!document) {
      this.miss(hash);
      return undefined;
    }
    if (this.known.size >= MAX_DOCUMENTS) this.known.delete(this.known.keys().next().value!);
    this.known.set(hash, document);
    return document;
  }

  private miss(hash: string): void {
    if (this.unknown.size >= MAX_UNKNOWN) this.unknown.clear();
    this.unknown.set(hash, Date.now() + this.unknownMs);
  }

  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn({ err: error }, 'The registry of documents could not be reached.');
    }
  }
}
