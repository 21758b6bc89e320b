import { csvField } from '../tables/csv-text.js';

/** What is to say about a row of a file. */
export interface Finding {
  /** Line on which the row begins, from 1. */
  line: number;
  /**
   * `rejected`: the row was not loaded. `loaded`: it was, but something in it was not as expected. `present`: what it is about is there and was left
   * alone, though the row says otherwise.
   */
  outcome: 'rejected' | 'loaded' | 'present';
  /** Column concerned; empty for the whole row. */
  column: string;
  value: string;
  reason: string;
}

const MAX_VALUE = 200;
const cut = (text: string): string => (text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text);

export const FINDING_HEADER = 'line,outcome,column,value,reason\n';

/** The finding as a line of CSV. */
export function findingLine({ line, outcome, column, value, reason }: Finding): string {
  return `${[String(line), outcome, column, value, reason].map((field) => csvField(cut(field))).join(',')}\n`;
}
