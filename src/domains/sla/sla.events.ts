import { decimal, defineEventTypes, fact, oneOf, opaqueId, text, type DataOf } from '../../kernel/events/event-type.js';
import { SlaLevel } from './running-indicator.js';

const measured = {
  slaContractId: opaqueId('The contract.'),
  contractNo: text('Number of the contract.'),
  indicatorCode: text('Code of the indicator.'),
  target: decimal('The value that was promised, in the unit of the indicator.'),
  actual: decimal('The value that was measured.'),
  deviation: decimal('By how much it misses the promise; 0 or less when it does not.'),
  level: oneOf(SlaLevel, 'How it stands.'),
};

/** Business events of the domain besides those of its life cycles, with their data. */
export const slaEvents = defineEventTypes({
  'sla.warned': fact('SlaContract', 'An indicator comes near to breaking its promise.', measured),
  'sla.recovered': fact('SlaContract', 'An indicator keeps its promise again.', measured),
  'sla.violated': fact('SlaContract', 'An indicator broke its promise.', {
    ...measured,
    slaProblemId: opaqueId('The problem that was opened.'),
    problemNo: text('Its number.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof slaEvents> {}
}
