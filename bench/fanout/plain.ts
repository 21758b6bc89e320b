import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import type * as GraphqlWs from 'graphql-ws/use/ws';
import type * as Ws from 'ws';
import type { Application } from '../../src/start/application.js';
import { ReadEngine } from './built.ts';

// Of the product's packages: it and the rival must use the same graphql-js.
const require = createRequire(new URL('../../package.json', import.meta.url));
const { useServer } = require('graphql-ws/use/ws') as typeof GraphqlWs;
const { WebSocketServer } = require('ws') as typeof Ws;

/** The rival: graphql-ws as its manual shows it, executing each event for each subscriber. Same schema, same events. @returns its port. */
export async function servePlain({ schema, database }: Application): Promise<number> {
  const engine = new ReadEngine(schema, database, { maxCost: 50_000, maxDepth: 15 });
  const caller = { kind: 'ADMIN', subject: 'bench', name: 'bench', regionIds: [] };
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, path: '/graphql', perMessageDeflate: false });
  useServer(
    { schema, context: () => ({ caller, database, feed: database.feed, engine, requestId: 'bench' }) },
    sockets,
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return (http.address() as AddressInfo).port;
}
