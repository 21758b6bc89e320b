/** A registered document as its registry has it. */
export interface RegisteredDocument {
  hash: string;
  text: string;
  /** Codes of the clients that may run it, each with the seconds for which its answers by GET may be kept. */
  clients: ReadonlyMap<string, ClientRights>;
}

/** What a client may do with a document. */
export interface ClientRights {
  /** Seconds for which the client may keep an answer by GET without asking again. */
  cacheSeconds: number;
  /** Most that an operation of the client may cost. */
  maxCost: number;
}

/** Use of a document by a client since it was last reported. */
export interface DocumentUse {
  hash: string;
  client: string;
  count: number;
  lastUsedAt: Date;
}

/** Where registered documents are kept, for all processes. */
export interface DocumentSource {
  /** The documents with these hashes that somebody may run; what is missing is not registered, or retired. */
  find(hashes: readonly string[]): Promise<readonly RegisteredDocument[]>;
  /** The rights of the documents with these hashes, without their texts. */
  rights(hashes: readonly string[]): Promise<readonly Omit<RegisteredDocument, 'text'>[]>;
  /** Adds to the statistics. */
  record(uses: readonly DocumentUse[]): Promise<void>;
}
