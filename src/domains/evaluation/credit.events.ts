import {
  anything,
  decimal,
  defineEventTypes,
  fact,
  fieldChanges,
  moment,
  oneOf,
  opaqueId,
  recordChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { CreditCause, CreditColour, CreditRunStatus, CreditSource } from './credit-enums.js';

const rating = {
  customerId: opaqueId('The customer.'),
  customerCode: text('Code of the customer.'),
  ratingNo: text('Number of the rating.'),
  source: oneOf(CreditSource, 'Who said so.'),
  cause: oneOf(CreditCause, 'What brought it.'),
  oldScore: decimal('Score before.').nullable(),
  newScore: decimal('Score after.'),
  oldGrade: text('Code of the grade before.').nullable(),
  newGrade: text('Code of the grade after.'),
  colour: oneOf(CreditColour, 'Colour after.'),
  creditLimit: anything('Limit after: `{amount, currency}`; null without one.').nullable(),
  evaluatedAt: moment('When it was rated so.'),
  assessor: text('Staff number of the assessor, or the name of the system (SYS-55).'),
};

/** Events about credit, with their data. */
export const creditEvents = defineEventTypes({
  'credit.changed': fact('CreditProfile', 'The score, grade or limit of a customer became another (CRD-06).', rating),
  'credit.confirmed': fact('CreditProfile', 'A rating left score, grade and limit as they were.', rating),
  'credit.collection.asked': recordChange('CreditRun', 'Somebody asked for a collection of credit.', {
    cycle: text('Its number.'),
  }),
  'credit.collected': fact('CreditRun', 'A collection of credit has ended (CRD-03).', {
    cycle: text('What it was for.'),
    status: oneOf(CreditRunStatus, 'How it ended.'),
    read: whole('Ratings that the source gave.'),
    updated: whole('Customers that changed.'),
    unchanged: whole('Customers that stayed as they were.'),
    rejected: whole('Ratings that could not be taken.'),
  }),
  'credit-grade.saved': recordChange('CreditGrade', 'A grade of credit was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'initial-credit-rule.saved': recordChange(
    'InitialCreditRule',
    'A rule for the credit of new customers was made or changed.',
    { code: text('Its code.'), changes: fieldChanges() },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof creditEvents> {}
}
