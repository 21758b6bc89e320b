import { defineParameter, ParameterType } from '../parameter/index.js';

/** How often campaigns contact a customer. */
export const mostContacts = defineParameter({
  code: 'campaign.contact.most',
  name: 'Campaign contacts of a customer',
  type: ParameterType.INT,
  description: 'How often campaigns together may reach a customer within `campaign.contact.days` (CMP-11, CMP-42).',
  bounds: { min: '1', max: '1000' },
  defaultValue: 2,
});

/** Within which days. */
export const contactDays = defineParameter({
  code: 'campaign.contact.days',
  name: 'Days in which campaign contacts count',
  type: ParameterType.INT,
  unit: 'day',
  description: 'For how many days a contact by a campaign counts against `campaign.contact.most`.',
  bounds: { min: '1', max: '3650' },
  defaultValue: 30,
});
