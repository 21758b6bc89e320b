import { z } from 'zod';

/** A whole number within bounds; the message repeats what was given, because a typo is easiest seen. */
function wholeNumber(fallback: number, min: number, max: number, unit = '') {
  const rule = `set a whole number from ${min} to ${max}${unit}, or leave it out for ${fallback}`;
  return z
    .string()
    .default(String(fallback))
    .transform((text, context) => {
      const value = Number(text.trim());
      if (/^\d+$/.test(text.trim()) && value >= min && value <= max) return value;
      context.addIssue({ code: 'custom', message: `"${text}" is not usable; ${rule}` });
      return z.NEVER;
    });
}

function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, {
    error: (issue) => `"${String(issue.input)}" is not usable; set one of ${values.join(', ')}`,
  });
}

const onOff = choice(['true', 'false', 'on', 'off', '1', '0']).transform((text) => ['true', 'on', '1'].includes(text));

const databaseUrl = z.string().refine((text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''), {
  // The value may hold a password, so it is not repeated.
  error:
    'not a PostgreSQL address; set postgresql://user:password@host:5432/database, or leave it out for the embedded server',
});

const natsUrl = z
  .string()
  .refine((text) => text.split(',').every((url) => /^(nats|tls):$/.test(URL.parse(url.trim())?.protocol ?? '')), {
    // The value may hold a password, so it is not repeated.
    error:
      'not an address of NATS; set nats://host:4222, comma separated for several, or leave it out for a single server',
  });

const origins = z
  .string()
  .default('')
  .transform((text, context) => {
    const list = text.split(',').map((entry) => entry.trim());
    const wrong = list.filter((entry) => entry !== '' && entry !== '*' && URL.parse(entry)?.origin !== entry);
    for (const entry of wrong) {
      context.addIssue({
        code: 'custom',
        message: `"${entry}" is not an origin; set https://host[:port], comma separated, or *`,
      });
    }
    return list.filter((entry) => entry !== '');
  });

const kinds = ['staff', 'customer', 'partner', 'system', 'admin'] as const;

/** One of the kinds of caller that lists below name. */
export type LimitedKind = (typeof kinds)[number];

function asKind(text: string): LimitedKind | undefined {
  return kinds.find((kind) => kind === text);
}

/** A list of kinds of caller, or `none`. */
const kindList = z
  .string()
  .transform((text, context) => {
    const names = text
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== '' && name !== 'none');
    const wrong = names.filter((name) => !asKind(name));
    for (const name of wrong)
      context.addIssue({
        code: 'custom',
        message: `"${name}" is not a kind of caller; set a list of ${kinds.join(', ')}, or none`,
      });
    return names.flatMap((name) => asKind(name) ?? []);
  })
  .optional();

/** Numbers per minute by kind of caller, such as `staff=6000,partner=1200`, or `none`; who is not named has no limit. */
const perMinute = z
  .string()
  .transform((text, context) => {
    const limits: Partial<Record<LimitedKind, number>> = {};
    for (const entry of text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && part !== 'none')) {
      const [, name = '', amount] = /^([a-z]+)\s*=\s*([1-9]\d{0,8})$/.exec(entry) ?? [];
      const kind = asKind(name);
      if (kind) limits[kind] = Number(amount);
      else
        context.addIssue({
          code: 'custom',
          message: `"${entry}" is not usable; set <kind>=<number per minute>, comma separated, with kinds of ${kinds.join(', ')}, or none`,
        });
    }
    return limits;
  })
  .optional();

const hosts = z
  .string()
  .default('')
  .transform((text, context) => {
    const list = text.split(',').map((entry) => entry.trim().toLowerCase());
    for (const entry of list.filter((host) => !/^[\w.:-]*$/.test(host))) {
      context.addIssue({
        code: 'custom',
        message: `"${entry}" is not a host; set names or addresses, comma separated`,
      });
    }
    return list.filter((entry) => entry !== '');
  });

/** An outside system that is given tasks of processes over HTTP. */
export interface ProcessSystem {
  /** Name by which steps call it, and by which its key calls us. */
  name: string;
  /** Where tasks are sent. */
  url: string;
  /** What signs them, as base64. */
  secret: string;
}

const processSystem = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/),
  url: z.url({ protocol: /^https?$/ }),
  secret: z
    .string()
    .regex(/^(whsec_)?[A-Za-z0-9+/]{32,88}={0,2}$/)
    .transform((text) => text.replace(/^whsec_/, '')),
});

/** Outside systems of processes, each with an address and a secret, as JSON. */
const processSystems = z
  .string()
  .default('[]')
  .transform((text, context): ProcessSystem[] => {
    const list = z.array(processSystem).safeParse(asJson(text));
    const names = list.success ? list.data.map(({ name }) => name) : [];
    if (list.success && new Set(names).size === names.length) return list.data;
    // The value holds secrets, so it is not repeated.
    context.addIssue({
      code: 'custom',
      message:
        'not usable; set a JSON list of {"name", "url", "secret"}, each name once, with secrets of 24 to 64 bytes from `echo whsec_$(openssl rand -base64 32)`, say',
    });
    return z.NEVER;
  });

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The variables an operator may set, with their defaults and the words used when a value is wrong. */
export const environmentSchema = z
  .object({
    NODE_ENV: choice(['development', 'production', 'test']).default('development'),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, { error: 'not a host name or address; set 127.0.0.1 or 0.0.0.0, say' })
      .optional(),
    PORT: wholeNumber(4000, 0, 65_535),
    DATABASE_URL: databaseUrl.optional(),
    DATA_DIR: z.string().optional(),
    DATABASE_POOL_SIZE: wholeNumber(20, 1, 1_000, ' connections'),
    STATEMENT_TIMEOUT_MS: wholeNumber(30_000, 0, 3_600_000, ' milliseconds'),
    LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    LOG_PRETTY: onOff.default(false),
    TOKEN_SECRET: z
      .string()
      .min(32, { error: 'too short; set 32 characters or more, from `openssl rand -base64 48`, say' })
      .optional(),
    TOKEN_ISSUER: z.string().default('switchboard'),
    TOKEN_AUDIENCE: z.string().default('switchboard'),
    OIDC_ISSUER: z
      .url({ error: 'not an address; set the `iss` of the tokens, https://login.example.com/realms/crm, say' })
      .optional(),
    OIDC_AUDIENCE: z.string().optional(),
    OIDC_JWKS_URL: z
      .url({ protocol: /^https?$/, error: 'not an address; set that of the keys, https://…/certs, say' })
      .optional(),
    OIDC_ALGORITHMS: z
      .string()
      .default('RS256,ES256')
      .transform((text, context) => {
        const list = text.split(',').map((entry) => entry.trim());
        const wrong = list.filter(
          (entry) =>
            !['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'].includes(entry),
        );
        for (const entry of wrong)
          context.addIssue({
            code: 'custom',
            message: `"${entry}" is not usable; set asymmetric algorithms such as RS256,ES256`,
          });
        return list;
      }),
    OIDC_SUBJECT_CLAIM: z.string().default('sub'),
    BODY_LIMIT_BYTES: wholeNumber(1_048_576, 1_024, 104_857_600, ' bytes'),
    CORS_ORIGINS: origins,
    DRAIN_TIMEOUT_MS: wholeNumber(10_000, 0, 600_000, ' milliseconds'),
    STREAM_BUFFER_BYTES: wholeNumber(1_048_576, 16_384, 104_857_600, ' bytes'),
    OPERATIONS_PER_SOCKET: wholeNumber(200, 1, 100_000, ' operations'),
    CONNECTIONS_PER_CALLER: wholeNumber(100, 1, 1_000_000, ' connections'),
    NATS_URL: natsUrl.optional(),
    NATS_SUBJECT: z
      .string()
      .regex(/^[\w-]+(\.[\w-]+)*$/, {
        error: 'not a subject of NATS; set words with dots between, such as switchboard.events',
      })
      .default('switchboard.events'),
    EVENT_RETENTION_DAYS: wholeNumber(0, 0, 36_500, ' days (0 keeps events for good)'),
    EARLIER_STATES_DAYS: wholeNumber(0, 0, 36_500, ' days (0 keeps earlier states for good)'),
    PROCESS_SYSTEMS: processSystems,
    WEBHOOK_ALLOW_PRIVATE: hosts,
    IDEMPOTENCY_KEY_HOURS: wholeNumber(24, 1, 8_760, ' hours'),
    READS: choice(['compiled', 'plain']).default('compiled'),
    TRUSTED_ONLY: kindList,
    RATE_LIMITS: perMinute,
    MISS_LIMITS: perMinute,
    EXPLORER: onOff.optional(),
    SCHEDULES: onOff.optional(),
    DEMO_CUSTOMERS: wholeNumber(500, 0, 10_000_000, ' customers'),
  })
  .superRefine((env, context) => {
    const outside = [env.OIDC_ISSUER, env.OIDC_AUDIENCE, env.OIDC_JWKS_URL];
    if (outside.some((value) => value !== undefined) && outside.includes(undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['OIDC_ISSUER'],
        message: 'set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL together, or none of them',
      });
    }
    if (env.OIDC_ISSUER === env.TOKEN_ISSUER) {
      context.addIssue({
        code: 'custom',
        path: ['OIDC_ISSUER'],
        message: 'the same as TOKEN_ISSUER; two issuers need two names',
      });
    }
    if (env.NODE_ENV !== 'production' || env.TOKEN_SECRET !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['TOKEN_SECRET'],
      message: 'missing; in production set 32 characters or more, from `openssl rand -base64 48`, say',
    });
  });
