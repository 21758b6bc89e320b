import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The JSON value of a request body.
 * The rest of a refused body is discarded as it arrives, so memory stays flat whatever is sent.
 * @param limit most bytes that are read.
 * @throws HttpError 415 for anything but plain UTF-8 JSON, 413 beyond the limit, 400 for what does not parse.
 */
export async function readJsonBody(req: IncomingMessage, limit: number): Promise<unknown> {
  requireJson(req);
  const bytes = await readBytes(req, limit);
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new HttpError(400, 'BAD_REQUEST', 'The body is not valid JSON.');
  }
}

function requireJson({ headers }: IncomingMessage): void {
  const [type, ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (type !== 'application/json' || (charset !== undefined && charset !== 'utf-8')) {
    throw new HttpError(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the operation with content-type: application/json in UTF-8.',
    );
  }
  // A compressed body could unfold to any size.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new HttpError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Compressed bodies are not accepted.', {
      'accept-encoding': 'identity',
    });
  }
}

function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = () => {
      req.removeAllListeners('data').resume();
      reject(new HttpError(413, 'PAYLOAD_TOO_LARGE', `The body is larger than ${limit} bytes.`));
    };
    if (Number(req.headers['content-length'] ?? 0) > limit) return refuse();
    req.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) refuse();
    });
    req.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    req.once('error', () => reject(new HttpError(400, 'BAD_REQUEST', 'The body ended early.')));
  });
}
