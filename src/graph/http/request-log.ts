import type { Logger } from '../../kernel/log/log.js';
import type { Exchange } from './exchange.js';

/** One line per request when its answer is out: never the token, never the variables. */
export function logRequest(exchange: Exchange, log: Logger): void {
  const started = performance.now();
  exchange.res.once('close', () => {
    const { res, id, method, path, operationName, claims } = exchange;
    const line = {
      requestId: id,
      method,
      path: path.slice(0, 200),
      status: res.statusCode,
      ms: Math.round((performance.now() - started) * 10) / 10,
      operationName,
      sub: claims?.sub,
      aborted: res.writableFinished ? undefined : true,
    };
    // Probes come every few seconds and the explorer's files by the dozen: they would bury the rest.
    if (path.startsWith('/health/') || path.startsWith('/explorer/')) log.debug(line, 'request');
    else log.info(line, 'request');
  });
}
