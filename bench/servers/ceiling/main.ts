import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { operations } from '../../operations/index.ts';
import type { Variables } from '../../operations/operation.ts';

const { DATABASE_URL, POOL_SIZE, PORT, REGION_IDS } = process.env;
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: Number(POOL_SIZE),
  options: '-c TimeZone=UTC -c jit=off',
});
const scope = { regionIds: REGION_IDS!.split(',') };
const known = new Map(operations.map((operation) => [operation.name, operation]));

/** Nothing but HTTP and SQL: what PostgreSQL says is the answer. */
createServer(async (req, res) => {
  try {
    const body = await text(req);
    if (!body) return void res.end();
    const { operation: name, variables } = JSON.parse(body) as { operation: string; variables: Variables };
    const operation = known.get(name)!;
    const { rows } = await pool.query<[string]>({
      name,
      text: operation.ceiling.sql,
      values: operation.ceiling.values(variables, scope),
      rowMode: 'array',
    });
    const answer = `{"data":${rows[0]![0]}}`;
    res.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(answer),
    });
    res.end(answer);
  } catch (error) {
    res.writeHead(500).end((error as Error).message);
  }
}).listen(Number(PORT), '127.0.0.1');

function text(req: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.once('end', () => resolve(Buffer.concat(chunks).toString()));
    req.once('error', reject);
  });
}
