import { resolve } from 'node:path';
import { ConfigError } from './config.error.js';
import { environmentSchema, type LimitedKind, type ProcessSystem } from './environment.js';
import { projectFolder } from './project-folder.js';

/** How tokens are signed and checked. */
export interface TokenConfig {
  /** Shared secret of the HS256 signature, 32 characters or more. */
  secret: string;
  /** The `iss` claim: who issues the tokens this deployment accepts. */
  issuer: string;
  /** The `aud` claim: whom the tokens are for. */
  audience: string;
}

/** An outside issuer of tokens for staff, by OpenID Connect. */
export interface OidcConfig {
  /** The `iss` claim of its tokens. */
  issuer: string;
  /** The `aud` claim that names this deployment. */
  audience: string;
  /** Where it publishes its keys. */
  jwksUrl: string;
  /** Signature algorithms that are accepted; asymmetric ones only. */
  algorithms: readonly string[];
  /** The claim that holds the staff number. */
  subjectClaim: string;
}

/** Everything an operator can set, checked and typed; the rest of the code never reads `process.env`. */
export interface Config {
  /** `development` opens the explorer and generates secrets, `production` demands them, `test` is neither. */
  environment: 'development' | 'production' | 'test';
  /** The address to listen on. */
  host: string;
  /** The TCP port to listen on; 0 lets the system choose. */
  port: number;
  /** Absolute path of the folder that holds the embedded database and generated secrets. */
  dataDir: string;
  database: {
    /** Connection string of an outside PostgreSQL; absent means the embedded server in `dataDir`. */
    url: string | undefined;
    /** Connections this process may hold. */
    poolSize: number;
    /** Milliseconds after which PostgreSQL cancels a statement; 0 means never. */
    statementTimeoutMs: number;
  };
  token: TokenConfig;
  /** Absent when only our own tokens and keys are accepted. */
  oidc?: OidcConfig | undefined;
  http: {
    /** Largest accepted request body and WebSocket message, in bytes. */
    bodyLimitBytes: number;
    /** Origins of other sites whose pages may call the graph; `*` allows every site. */
    corsOrigins: readonly string[];
    /** Milliseconds given to running requests when the server stops. */
    drainTimeoutMs: number;
  };
  streams: {
    /** Bytes that may wait for a WebSocket or event stream whose client reads too slowly; beyond them it is closed. */
    bufferBytes: number;
    /** Operations that may run on one WebSocket at the same time. */
    operationsPerSocket: number;
    /** WebSockets and event streams that one caller may hold. */
    connectionsPerCaller: number;
  };
  log: {
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
    /** Coloured lines for people instead of JSON. */
    pretty: boolean;
  };
  nats: {
    /** Addresses of NATS, comma separated; undefined for a deployment of one server, which needs none. */
    url: string | undefined;
    /** Subject of the events: one per database. */
    subject: string;
  };
  history: {
    /** Days for which the history, and with it the cursors of subscriptions, is kept; undefined keeps it for good. */
    retentionDays: number | undefined;
  };
  versions: {
    /** Days for which earlier states of records are kept; undefined keeps them for good. */
    retentionDays: number | undefined;
  };
  webhooks: {
    /** Names or addresses of hosts that webhooks may reach although they lie in a private network, and without encryption. */
    allowPrivate: readonly string[];
  };
  /** Outside systems that are given tasks of processes over HTTP. */
  processSystems: readonly ProcessSystem[];
  idempotency: {
    /** Hours for which a request under an idempotency key is remembered. */
    keyHours: number;
  };
  /** How reads are answered: by compiled SQL, or, for comparison only, by entities field by field. */
  reads: 'compiled' | 'plain';
  documents: {
    /** Kinds of caller that may run registered documents only; a token that names a client is always held to those of the client. */
    trustedOnly: readonly LimitedKind[];
  };
  limits: {
    /** Operations per minute that one caller may send to one process, by kind; who is not named has no limit. */
    operations: Readonly<Partial<Record<LimitedKind, number>>>;
    /** Lookups per minute by codes and numbers that find nothing, after which a caller has to wait, by kind. */
    misses: Readonly<Partial<Record<LimitedKind, number>>>;
  };
  /** Whether the GraphiQL page is served. */
  explorer: boolean;
  /** Whether this server starts jobs by the clock; one that does not still runs those that wait in the queue. */
  schedules: boolean;
  /** How many demo customers the first start creates; 0 means none. */
  demoCustomers: number;
}

/** What the environment alone can say: the token secret may still have to be generated. */
export type EnvironmentConfig = Omit<Config, 'token'> & { token: Omit<TokenConfig, 'secret'> & { secret?: string } };

/** Portals of our own run registered documents too, but while they are developed their documents change by the minute. */
const trustedByDefault = { production: ['partner', 'customer'], development: ['partner'], test: [] } as const;

/** Per minute. Partners and customers are programs and people at one screen; staff work on many. */
const operationsByDefault = { staff: 6_000, partner: 1_200, customer: 600 };
const missesByDefault = { staff: 60, partner: 20, customer: 10 };

/**
 * Reads the configuration from environment variables and touches nothing else.
 * An empty variable counts as absent.
 * @throws ConfigError naming every variable that is wrong, why, and what to set.
 */
export function readConfig(env: NodeJS.ProcessEnv): EnvironmentConfig {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const v = parsed.data;
  const production = v.NODE_ENV === 'production';
  const test = v.NODE_ENV === 'test';
  return {
    environment: v.NODE_ENV,
    host: v.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: v.PORT,
    dataDir: resolve(v.DATA_DIR ?? `${projectFolder}/.data`),
    database: { url: v.DATABASE_URL, poolSize: v.DATABASE_POOL_SIZE, statementTimeoutMs: v.STATEMENT_TIMEOUT_MS },
    token: { secret: v.TOKEN_SECRET, issuer: v.TOKEN_ISSUER, audience: v.TOKEN_AUDIENCE },
    oidc:
      v.OIDC_ISSUER && v.OIDC_AUDIENCE && v.OIDC_JWKS_URL
        ? {
            issuer: v.OIDC_ISSUER,
            audience: v.OIDC_AUDIENCE,
            jwksUrl: v.OIDC_JWKS_URL,
            algorithms: v.OIDC_ALGORITHMS,
            subjectClaim: v.OIDC_SUBJECT_CLAIM,
          }
        : undefined,
    http: { bodyLimitBytes: v.BODY_LIMIT_BYTES, corsOrigins: v.CORS_ORIGINS, drainTimeoutMs: v.DRAIN_TIMEOUT_MS },
    streams: {
      bufferBytes: v.STREAM_BUFFER_BYTES,
      operationsPerSocket: v.OPERATIONS_PER_SOCKET,
      connectionsPerCaller: v.CONNECTIONS_PER_CALLER,
    },
    log: { level: v.LOG_LEVEL, pretty: v.LOG_PRETTY },
    nats: { url: v.NATS_URL, subject: v.NATS_SUBJECT },
    history: { retentionDays: v.EVENT_RETENTION_DAYS === 0 ? undefined : v.EVENT_RETENTION_DAYS },
    versions: { retentionDays: v.EARLIER_STATES_DAYS === 0 ? undefined : v.EARLIER_STATES_DAYS },
    webhooks: { allowPrivate: v.WEBHOOK_ALLOW_PRIVATE },
    processSystems: v.PROCESS_SYSTEMS,
    idempotency: { keyHours: v.IDEMPOTENCY_KEY_HOURS },
    reads: v.READS,
    documents: { trustedOnly: v.TRUSTED_ONLY ?? trustedByDefault[v.NODE_ENV] },
    limits: {
      operations: v.RATE_LIMITS ?? (test ? {} : operationsByDefault),
      misses: v.MISS_LIMITS ?? (test ? {} : missesByDefault),
    },
    explorer: v.EXPLORER ?? v.NODE_ENV === 'development',
    schedules: v.SCHEDULES ?? !test,
    demoCustomers: v.DEMO_CUSTOMERS,
  };
}
