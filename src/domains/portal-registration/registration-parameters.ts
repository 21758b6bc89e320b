import { defineParameter, ParameterType } from '../parameter/index.js';

/** For how long a code is good. */
export const codeMinutes = defineParameter({
  code: 'portal.registration.code.minutes',
  name: 'Validity of a registration code',
  type: ParameterType.INT,
  unit: 'minute',
  description: 'For how many minutes after a registration at the portal its code is good (CUS-95).',
  bounds: { min: '1', max: '1440' },
  defaultValue: 10,
});

/** How many wrong codes end a registration. */
export const codeFailures = defineParameter({
  code: 'portal.registration.code.failures',
  name: 'Wrong registration codes',
  type: ParameterType.INT,
  description: 'How many wrong codes end a registration at the portal (CUS-95).',
  bounds: { min: '1', max: '20' },
  defaultValue: 5,
});

/** How many registrations of a telephone an hour are taken. */
export const hourlyRequests = defineParameter({
  code: 'portal.registration.hourly',
  name: 'Registrations of a telephone an hour',
  type: ParameterType.INT,
  description:
    'How many registrations with the same mobile number are taken within an hour; further ones come to nothing (CUS-95).',
  bounds: { min: '1', max: '1000' },
  defaultValue: 3,
});
