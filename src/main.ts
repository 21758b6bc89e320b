import { domains } from './domains/index.js';
import { loadConfig } from './kernel/config/load-config.js';
import { createLogger } from './kernel/log/log.js';
import { plugins } from '../plugins/index.js';
import { startApplication } from './start/application.js';
import { loadExamples } from './start/examples.js';
import { failStart } from './start/fail-start.js';
import { openPostgres } from './start/postgres.js';
import { prepareDatabase } from './start/prepare.js';
import { seedOnce } from './start/seed-once.js';
import { stopOnSignals } from './start/signals.js';
import { welcome } from './start/welcome.js';

try {
  const config = loadConfig();
  const log = createLogger(config);
  const postgres = await openPostgres(config, log);
  const stop = stopOnSignals(log, () => postgres.stop());
  await prepareDatabase(postgres.url, domains);
  const application = await startApplication({
    config,
    log,
    databaseUrl: postgres.url,
    domains,
    plugins,
    examples: await loadExamples(),
  });
  stop.first(() => application.close());
  await seedOnce(config, log, application.database);
  await welcome(config, application);
} catch (error) {
  failStart(error);
}
