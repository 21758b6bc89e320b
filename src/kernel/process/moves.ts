import type { AlarmDefinition, ProcessDefinition } from './definition.js';

/** A way that a token takes when the limit of its step passes, instead of one of the flows. */
export interface Move {
  from: string;
  to: string;
  alarm: AlarmDefinition;
}

/** The ways that alarms lead out of steps, in the order of the steps (WFL-19). */
export const movesOf = ({ steps }: Pick<ProcessDefinition, 'steps'>): Move[] =>
  steps.flatMap(({ code, alarms = [] }) =>
    alarms.flatMap((alarm) => (alarm.action === 'MOVE' && alarm.to ? [{ from: code, to: alarm.to, alarm }] : [])),
  );
