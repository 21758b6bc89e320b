import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { TYPES } from 'postgraphile/@dataplan/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

const { DATABASE_URL, POOL_SIZE, PORT } = process.env;

/** Number of rows of a group: of its own the plugin has only the number of different values, which is dearer. */
const countRows = {
  name: 'CountRowsPlugin',
  version: '1.0.0',
  schema: {
    hooks: {
      build(build) {
        const { sql } = build;
        build.pgAggregateSpecs = [
          ...build.pgAggregateSpecs,
          {
            id: 'rows',
            humanLabel: 'number of rows',
            HumanLabel: 'Number of rows',
            isSuitableType: (codec) => codec === TYPES.uuid,
            sqlAggregateWrap: (fragment) => sql`count(${fragment})`,
            pgTypeCodecModifier: () => TYPES.bigint,
            isNonNull: true,
          },
        ];
        return build;
      },
    },
  },
};

/** @type {GraphileConfig.Preset} */
const preset = {
  extends: [
    PostGraphileAmberPreset,
    PgSimplifyInflectionPreset,
    PostGraphileConnectionFilterPreset,
    PgAggregatesPreset,
  ],
  plugins: [countRows],
  // Grouping by a column without an index is offered by the others, too.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: Number(POOL_SIZE), options: '-c TimeZone=UTC -c jit=off' },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
  grafast: { explain: false },
  schema: { defaultBehavior: '-insert -update -delete' },
};

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(PORT), '127.0.0.1');
