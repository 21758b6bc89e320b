import { type InputPath, refuse } from '../../kernel/errors/index.js';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Refuses with BAD_VALUE what is no currency of ISO 4217. */
export function requireCurrency(currency: string, path: InputPath): void {
  if (!currencies.has(currency)) refuse('BAD_VALUE', 'This is no currency of ISO 4217.', path);
}
