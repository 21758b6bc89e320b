import type { Database } from '../../kernel/database/database.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { defineParameter, ParameterType } from '../parameter/index.js';

const threshold = (code: string, name: string, unit: string, description: string, defaultValue: string) =>
  defineParameter({
    ...{ code: `evaluation.${code}`, name, unit, description, defaultValue },
    type: ParameterType.DECIMAL,
    bounds: { min: '0' },
  });

const coin = 'currency of the customer';

export const valueLow = threshold(
  'value.low',
  'Lower standard of value',
  coin,
  'Who spends less has a low value (CUS-72).',
  '50',
);
export const valueHigh = threshold(
  'value.high',
  'Upper standard of value',
  coin,
  'Who spends more has a high value (CUS-72).',
  '500',
);

/** Thresholds by the name that conditions know them by, as `limit.…` (CUS-67, CUS-76). */
const limits = {
  blackScore: threshold(
    'black.score',
    'Black list',
    'point',
    'Below this score of credit a customer is on the black list.',
    '40',
  ),
  arrears: threshold('abnormal.arrears', 'Arrears', coin, 'From these arrears on a customer is abnormal.', '500'),
  highSpend: threshold(
    'abnormal.spend.high',
    'Very high spend',
    coin,
    'Who spends more than this is abnormal.',
    '20000',
  ),
  lowSpend: threshold('abnormal.spend.low', 'Very low spend', coin, 'Who spends less than this is abnormal.', '5'),
  changePercent: threshold(
    'abnormal.change',
    'Changed calling',
    '%',
    'Who spends so much more or less than before is abnormal.',
    '70',
  ),
  bigFrom: threshold(
    'big.from',
    'Potential big customer',
    coin,
    'Who spends at least this may become a big customer.',
    '9000',
  ),
  bigAbove: threshold(
    'big.above',
    'Big customer',
    coin,
    'Who spends more than this is a big customer (CUS-71).',
    '10000',
  ),
  valueLow,
  valueHigh,
};

export const windowDays = defineParameter({
  code: 'evaluation.window.days',
  name: 'Days that evaluation looks back',
  type: ParameterType.INT,
  unit: 'day',
  description: 'For how many days consumption is summed, and compared with as many before.',
  bounds: { min: '1', max: '366' },
  defaultValue: 30,
});

export const quietDays = defineParameter({
  code: 'evaluation.quiet.days',
  name: 'Rest after clearing',
  type: ParameterType.INT,
  unit: 'day',
  description: 'For how many days a customer who was cleared is not found again by a criterion.',
  bounds: { min: '0', max: '3650' },
  defaultValue: 30,
});

/** Names of the thresholds. */
export const limitNames = Object.keys(limits);

/** The thresholds as they are now, as conditions compute with them. */
export async function readLimits(database: Pick<Database, 'pool'>): Promise<Record<string, number>> {
  const read = Object.entries(limits).map(
    async ([name, limit]) => [name, ruleNumber(await limit.read(database))] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}
