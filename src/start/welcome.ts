import type { Config } from '../kernel/config/config.js';
import type { Application } from './application.js';

/** Prints what to try next, for the person who just started the server. */
export async function welcome(
  config: Pick<Config, 'environment' | 'explorer'>,
  application: Application,
): Promise<void> {
  if (config.environment !== 'development') return;
  const { rows } = await application.database.pool.query<{ customers: string; code: string | null }>(
    'select count(*) as customers, min(code) as code from customer',
  );
  const { customers, code } = rows[0]!;
  const query = `{ customer(code: \\"${code ?? 'C'}\\") { name lifecycle accounts { nodes { accountNo } } } }`;
  const lines = [
    '',
    `  Switchboard serves one graph over ${customers} customers at ${application.url}`,
    ...(config.explorer ? [`  Explorer       ${application.url} in a browser`] : []),
    '  A token        npm run -s token -- --role admin',
    '  A first query',
    `    curl -s ${application.url} -H "authorization: Bearer $(npm run -s token -- --role admin)" \\`,
    `      -H 'content-type: application/json' -d '{"query":"${query}"}'`,
    '  Real data      npm run import -- telco-churn <file.csv>',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
