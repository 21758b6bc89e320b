import type { Importer } from '../../src/kernel/imports/index.js';
import { telcoChurn, type TelcoChurnOptions } from './telco-churn/index.js';

export { telcoChurn, telcoChurnColumns, type TelcoChurnOptions } from './telco-churn/index.js';

/** The sources that can be imported, by the name that the command line takes. */
export const importers: Record<string, (options: TelcoChurnOptions) => Importer<never>> = {
  'telco-churn': (options) => telcoChurn(options) as Importer<never>,
};
