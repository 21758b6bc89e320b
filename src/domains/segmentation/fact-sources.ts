import type { Database } from '../../kernel/database/database.js';
import type { RuleVariables } from '../../kernel/rules/index.js';
import { customerVariables } from './customer-facts.js';

/** What another area knows of customers, for the conditions of segments and target lists. */
export interface FactSource {
  /** Its variables by name; none that another source has. */
  variables: RuleVariables;
  /** Reads them of these customers, by key. */
  read(
    database: Pick<Database, 'pool'>,
    ids: readonly string[],
    at: Date,
  ): Promise<Map<string, Record<string, unknown>>>;
}

/** What areas behind this one know of customers; each adds its own when it is loaded (CUS-69). */
export const factSources = new Set<FactSource>();

/** All that conditions of segments and of target lists may read. */
export const segmentVariables = (): RuleVariables =>
  Object.assign({}, customerVariables, ...[...factSources].map(({ variables }) => variables)) as RuleVariables;

/** The sources that these rules read: the others cost nothing. */
export function sourcesFor(rules: readonly string[]): FactSource[] {
  const words = new Set(rules.flatMap((rule) => rule.match(/[A-Za-z_]\w*/g) ?? []));
  return [...factSources].filter(({ variables }) => Object.keys(variables).some((name) => words.has(name)));
}
