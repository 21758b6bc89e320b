import { fastify } from 'fastify';
import { mercurius } from 'mercurius';
import pg from 'pg';
import { Loaders } from './loaders.ts';
import { resolvers } from './resolvers.ts';
import { schema } from './schema.ts';

const { DATABASE_URL, POOL_SIZE, PORT } = process.env;
// Moments stay the text that PostgreSQL sends: making a Date of each would only cost.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, String);
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: Number(POOL_SIZE),
  options: '-c TimeZone=UTC -c jit=off',
});

const app = fastify();
await app.register(mercurius, {
  schema,
  resolvers: resolvers as never,
  // Compiled by graphql-jit at its first use.
  jit: 1,
  cache: 2_000,
  graphiql: false,
  context: () => ({ loaders: new Loaders(pool), pool }),
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
