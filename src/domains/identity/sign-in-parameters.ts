import { defineParameter, ParameterType } from '../parameter/index.js';

export const tokenHours = defineParameter({
  code: 'sign-in.token.hours',
  name: 'Validity of a sign-in',
  type: ParameterType.INT,
  unit: 'hour',
  description: 'How long a token is valid after signing in.',
  bounds: { min: '1', max: '168' },
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
  description: 'After how many days a password must be changed; 0 for never.',
  bounds: { min: '0', max: '3650' },
  defaultValue: 0,
});

export const passwordLength = defineParameter({
  code: 'password.length',
  name: 'Least length of a password',
  type: ParameterType.INT,
  description: 'How many characters a password of staff has at least.',
  bounds: { min: '8', max: '64' },
  defaultValue: 10,
});
