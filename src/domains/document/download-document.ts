import { visibleRows } from '../../kernel/access/index.js';
import type { Download, DownloadedFile } from '../../kernel/download.js';
import { decodeId, nounOf } from '../../kernel/model/index.js';
import { Document } from './document.js';

/** The content of documents at `/documents/<id>`, for those who see the document in the graph (MOD-55). */
export const documentDownload: Download = {
  path: '/documents/',
  async read({ database, caller }, id): Promise<DownloadedFile | null> {
    const decoded = decodeId(id);
    if (!decoded || decoded.tag !== nounOf(Document).tag) return null;
    const values: unknown[] = [decoded.uuid];
    const visible = visibleRows(Document, caller, '"t"', (value) => `$${values.push(value)}`);
    const { rows } = await database.pool.query<DownloadedFile>(
      `select "name", "media_type" as "mediaType", "sha256", "content" from "document" "t" where "t"."id" = $1 and ${visible}`,
      values,
    );
    return rows[0] ?? null;
  },
};
