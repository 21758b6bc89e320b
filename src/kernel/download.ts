import type { CallContext } from './database/context.js';

/** A file on its way to a caller. */
export interface DownloadedFile {
  /** Name under which it is kept by the caller. */
  name: string;
  mediaType: string;
  /** SHA-256 of the content in hexadecimal digits, so that it is not sent twice. */
  sha256: string;
  content: Buffer;
}

/** Files that a domain hands out over HTTP, beside the graph. */
export interface Download {
  /** Path before the id, with a slash at both ends, such as `/documents/`. */
  path: string;
  /** The file of an id, under the policy that holds in the graph; null when there is none or the caller may not see it. */
  read(context: CallContext, id: string): Promise<DownloadedFile | null>;
}
