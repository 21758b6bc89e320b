import type { BaseContext } from '@apollo/server';
import type { Claims } from '../../kernel/access/token.js';
import { UnauthenticatedError } from '../../kernel/access/token.error.js';
import type { RequestGate } from '../documents/gate.js';
import { bearerToken } from './credentials.js';
import type { Handler } from './exchange.js';
import { HttpError } from './http-error.js';
import type { GraphServerOptions } from './options.js';

interface Parts {
  authenticate: (token: string) => Promise<Claims>;
  gate: RequestGate;
}

/**
 * Hands out files beside the graph, to signed-in callers within their rates. They are always attachments: a browser never shows them
 * as a page of ours.
 */
export function downloadRoutes<Ctx extends BaseContext>(
  { contextFor, downloads = [] }: GraphServerOptions<Ctx>,
  { authenticate, gate }: Parts,
): [path: string, handler: Handler][] {
  return downloads.map(({ path, read }) => [
    `${path}*`,
    async (exchange) => {
      const { req, id: requestId, ip } = exchange;
      const token = bearerToken(req.headers.authorization);
      if (!token) throw new UnauthenticatedError('missing');
      const claims = (exchange.claims = await authenticate(token));
      gate.enter(claims);
      const context = await contextFor({ transport: 'http', requestId, ip, headers: req.headers, claims });
      const file = await read(context, exchange.path.slice(path.length));
      if (!file) throw new HttpError(404, 'NOT_FOUND', 'There is no such file.');
      const etag = `"${file.sha256}"`;
      const headers = { etag, 'cache-control': 'private, no-cache' };
      if (req.headers['if-none-match'] === etag) return { status: 304, headers, body: '' };
      const name = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
      return {
        status: 200,
        headers: {
          ...headers,
          'content-type': file.mediaType,
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
        },
        body: file.content,
      };
    },
  ]);
}
