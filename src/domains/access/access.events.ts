import {
  decimal,
  defineEventTypes,
  fact,
  fieldChanges,
  flag,
  moment,
  opaqueId,
  recordChange,
  text,
  texts,
  type DataOf,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const accessEvents = defineEventTypes({
  'permission.granted': fact(['Employee', 'Position'], 'Roles or function points were granted.', {
    roles: texts('Codes of the roles.'),
    functionPoints: texts('Codes of the function points.'),
    organization: text('Code of the organisation below which they hold.'),
    region: text('Code of the region to which they are limited.').nullable(),
    productLine: text('Code of the product line to which they are limited.').nullable(),
    moneyLimit: decimal('The highest amount that they admit, in the currency of the operator.').nullable(),
    passable: flag('Whether the holder may grant them on.'),
    from: moment('From when they hold.'),
    until: moment('Until when; null when without end.').nullable(),
    batchNo: text('Number of the batch that they were granted in.'),
  }),
  'permission.revoked': fact(['Employee', 'Position'], 'A grant was withdrawn.', {
    grant: opaqueId('The grant.'),
    batchNo: text('Number of the batch that it was granted in.'),
  }),
  'role.created': fact('Role', 'A role was defined.', {
    code: text('Code of the role.'),
    parts: texts('Codes of the roles that it contains.'),
    functionPoints: texts('Codes of its function points.'),
  }),
  'role.changed': recordChange('Role', 'Data of a role were changed.', {
    changes: fieldChanges(),
  }),
  'role.removed': fact('Role', 'A role was removed.', {
    code: text('Code of the role.'),
  }),
  'role.permissions.granted': fact('Role', 'A role got function points.', {
    functionPoints: texts('Their codes.'),
    passable: flag('Whether holders may grant them on.'),
    moneyLimit: decimal('The highest amount that they admit.').nullable(),
  }),
  'role.permissions.revoked': fact('Role', 'A role lost function points.', {
    functionPoints: texts('Their codes.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof accessEvents> {}
}
