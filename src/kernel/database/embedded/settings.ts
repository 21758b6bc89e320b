/** PostgreSQL settings by name, such as `{ shared_buffers: '256MB' }`; applied at each start. */
export type PostgresSettings = Readonly<Record<string, string | number | boolean>>;

/** Settings for a small server that shares its machine with the application. */
export const serverSettings: PostgresSettings = {
  shared_buffers: '256MB',
  max_connections: 200,
  max_wal_size: '2GB',
  wal_compression: true,
  random_page_cost: 1.1,
  jit: false,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Failed statements are reported to the client that sent them; the server's log keeps what concerns the server.
  log_min_messages: 'log',
};

/** Settings for a database that is thrown away: nothing is flushed, so a crash of the machine may lose it. */
export const throwawaySettings: PostgresSettings = {
  fsync: false,
  synchronous_commit: false,
  full_page_writes: false,
  autovacuum: false,
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '256MB',
  shared_buffers: '128MB',
};

/** How a setting is written on the server's command line. */
export function settingText(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}
