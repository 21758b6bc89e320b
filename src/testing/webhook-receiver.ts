import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a webhook target got. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: Record<string, unknown> & { id: string; type: string; subject: string; data: Record<string, unknown> };
  at: number;
}

/** How a target answers: a status, or as it likes. */
export type Behaviour = (received: Received) => number | ((response: ServerResponse) => void);

/** A target of webhooks for tests, on this machine. */
export interface WebhookReceiver {
  url: string;
  received: Received[];
  /** Decides the answers from now on; 204 at first. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Starts a target. @param port where; a free one when absent */
export async function startReceiver(port = 0): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let behaviour: Behaviour = () => 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const one = {
        path: request.url!,
        headers: request.headers,
        text,
        body: JSON.parse(text) as Received['body'],
        at: Date.now(),
      };
      received.push(one);
      const answer = behaviour(one);
      if (typeof answer === 'number') response.writeHead(answer).end();
      else answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    behave: (next) => void (behaviour = next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
