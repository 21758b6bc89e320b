import type { Database } from '../../kernel/database/database.js';
import { defineParameter, ParameterType } from '../parameter/index.js';

export const tokenHours = defineParameter({
  code: 'sign-in.token.hours',
  name: 'Validity of a sign-in',
  type: ParameterType.INT,
  unit: 'hour',
  description: 'How long a token is valid after signing in; a partner may shorten it for its operators.',
  bounds: { min: '1', max: '168' },
  forPartners: true,
  defaultValue: 12,
});

export const failuresAllowed = defineParameter({
  code: 'sign-in.failures',
  name: 'Wrong passwords before a lock',
  type: ParameterType.INT,
  description: 'How many wrong passwords in a row lock an account or a service password.',
  bounds: { min: '1', max: '100' },
  defaultValue: 5,
});

export const lockMinutes = defineParameter({
  code: 'sign-in.lock.minutes',
  name: 'Length of a lock',
  type: ParameterType.INT,
  unit: 'minute',
  description: 'How long wrong passwords lock an account or a service password.',
  bounds: { min: '1', max: '525600' },
  defaultValue: 15,
});

export const passwordDays = defineParameter({
  code: 'password.days',
  name: 'Validity of a password',
  type: ParameterType.INT,
  unit: 'day',
  description:
    'After how many days a password must be changed, 0 for never; a partner may shorten it for its operators.',
  bounds: { min: '0', max: '3650' },
  forPartners: true,
  defaultValue: 0,
});

export const passwordLength = defineParameter({
  code: 'password.length',
  name: 'Least length of a password',
  type: ParameterType.INT,
  description: 'How many characters a password has at least; a partner may ask more of its operators.',
  bounds: { min: '8', max: '64' },
  forPartners: true,
  defaultValue: 10,
});

/** What a partner asks of its operators counts where it is stricter than what the operator of the platform asks of everyone. */
async function stricter(
  parameter: typeof tokenHours,
  database: Pick<Database, 'pool'>,
  partnerId: string | null,
  choose: (common: number, own: number) => number,
): Promise<number> {
  const common = await parameter.read(database);
  const own = partnerId === null ? undefined : await parameter.ofPartner(database, partnerId);
  return own === undefined ? common : choose(common, own);
}

/** Hours for which a sign-in counts; for operators of the partner, if one is given. */
export const hoursOfSignIn = (database: Pick<Database, 'pool'>, partnerId: string | null): Promise<number> =>
  stricter(tokenHours, database, partnerId, Math.min);

/** Least length of a password; for operators of the partner, if one is given. */
export const leastLength = (database: Pick<Database, 'pool'>, partnerId: string | null): Promise<number> =>
  stricter(passwordLength, database, partnerId, Math.max);

/** Days after which a password must be changed, 0 for never; for operators of the partner, if one is given. */
export const daysOfPassword = (database: Pick<Database, 'pool'>, partnerId: string | null): Promise<number> =>
  stricter(passwordDays, database, partnerId, (common, own) => (common && own ? Math.min(common, own) : common || own));
