import type { BaseContext } from '@apollo/server';
import { signToken } from '../../../kernel/access/token.js';
import { acceptsHtml } from '../accept.js';
import type { Exchange, Handler } from '../exchange.js';
import { HttpError } from '../http-error.js';
import type { GraphServerOptions } from '../options.js';
import { assetFiles, serveFile } from './assets.js';
import { explorerPage } from './page.js';

const tokenSeconds = 12 * 3_600;

/**
 * The explorer's routes: the page at `/` and, for browsers, at `/graphql`; its files under `/explorer/`.
 * @param graphql answers `/graphql` for everybody who does not ask for a page.
 */
export function explorerRoutes<Ctx extends BaseContext>(
  { config, examples = [] }: GraphServerOptions<Ctx>,
  graphql: Handler,
): [string, Handler][] {
  const page: Handler = async (exchange) => {
    const mayHaveToken = config.environment === 'development' && isLocal(exchange);
    const admin = { sub: 'explorer', name: 'Explorer', role: 'admin' } as const;
    return explorerPage({ examples, token: mayHaveToken ? await signToken(config, admin, tokenSeconds) : undefined });
  };
  const wantsPage = ({ req, method }: Exchange) => method === 'GET' && acceptsHtml(req.headers.accept);
  const home: Handler = (exchange) => {
    if (wantsPage(exchange)) return page(exchange);
    throw new HttpError(404, 'NOT_FOUND', 'There is nothing at this path; the graph is at /graphql.');
  };
  return [
    ['/', home],
    ['/graphql', (exchange) => (wantsPage(exchange) ? page(exchange) : graphql(exchange))],
    ...[...assetFiles()].map(([path, file]): [string, Handler] => [path, serveFile(file)]),
  ];
}

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const localName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether the page is asked for by this machine and by its own name. Only then it holds a token: otherwise
 * anybody in the network could read it, or a site that lets its name point to 127.0.0.1.
 */
function isLocal({ ip, req }: Exchange): boolean {
  return loopback.test(ip) && localName.test(req.headers.host ?? '');
}
