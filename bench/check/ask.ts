import { request, Agent } from 'node:http';
import type { RunningServer } from '../servers/server.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** An answer as text, with its `data`. */
export interface Asked {
  bytes: number;
  data: Record<string, unknown>;
}

/**
 * Asks a server one question outside of any measurement.
 * @throws when the answer is not 200 or has errors.
 */
export async function ask({ contestant, surroundings, port }: RunningServer, body: string): Promise<Asked> {
  const { status, text } = await post(
    port,
    contestant.path,
    { 'content-type': 'application/json', ...contestant.headers(surroundings) },
    body,
  );
  const answer =
    status === 200 ? (JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: unknown }) : {};
  if (!answer.data || answer.errors)
    throw new Error(`${contestant.name} answered ${status}: ${text.slice(0, 600)}\nto ${body.slice(0, 600)}`);
  return { bytes: Buffer.byteLength(text), data: answer.data };
}

function post(
  port: number,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
        response.once('error', reject);
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
