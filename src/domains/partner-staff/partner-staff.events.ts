import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  moment,
  recordChange,
  text,
  texts,
} from '../../kernel/events/event-type.js';

const partner = text('Code of the partner.');
const operatorNo = text('Number of the operator.');
const functionPoints = texts('Codes of the function points.');
const notice = { partner, unit: text('Code of the unit it is for; null for all.').nullable(), title: text('Title.') };

/** Business events of the people of partners, with their data. */
export const partnerStaffEvents = defineEventTypes({
  'partner-unit.saved': recordChange('PartnerUnit', 'A unit of a partner was added, changed or moved.', {
    partner,
    code: text('Code of the unit.'),
    changes: fieldChanges(),
  }),
  'partner-unit.closed': fact('PartnerUnit', 'A unit of a partner was given up.', {
    partner,
    code: text('Code of the unit.'),
  }),
  'partner-operator.saved': recordChange('PartnerOperator', 'An operator of a partner was recorded or changed.', {
    partner,
    operatorNo,
    changes: fieldChanges(),
  }),
  'partner-operator.left': fact('PartnerOperator', 'An operator left a partner, with all they held.', {
    partner,
    operatorNo,
  }),
  'partner-operator.granted': fact('PartnerOperator', 'An operator of a partner was granted function points.', {
    partner,
    operatorNo,
    functionPoints,
    until: moment('When they end by themselves; null without end.').nullable(),
  }),
  'partner-operator.revoked': fact(
    'PartnerOperator',
    'Function points were taken back from an operator of a partner.',
    {
      partner,
      operatorNo,
      functionPoints,
    },
  ),
  'partner.permissions.opened': fact('Partner', 'Function points were opened to a partner.', {
    partner,
    functionPoints,
  }),
  'partner.permissions.closed': fact('Partner', 'Function points were closed to a partner.', {
    partner,
    functionPoints,
  }),
  'partner-announcement.published': fact('PartnerAnnouncement', 'A partner told its operators something.', notice),
  'partner-announcement.withdrawn': fact('PartnerAnnouncement', 'A partner took a notice back.', notice),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof partnerStaffEvents> {}
}
