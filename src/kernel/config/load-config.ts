import { readConfig, type Config } from './config.js';
import { developmentSecret } from './development-secret.js';

/**
 * The configuration a process runs with: the environment, plus the generated token secret outside production.
 * @throws ConfigError naming every variable that is wrong, why, and what to set.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const config = readConfig(env);
  const secret = config.token.secret ?? developmentSecret(config.dataDir);
  return { ...config, token: { ...config.token, secret } };
}
