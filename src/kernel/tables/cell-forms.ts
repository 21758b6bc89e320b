import { RowReader } from './row-reader.js';

/** A cell as it is compared with what is kept: everything that means the same looks the same. @param zone time zone of the operator */
export type CellForm = (text: string, zone: string) => string;

/** A number, whatever zeros it is written with. */
export const numberForm: CellForm = (text) => {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const whole = text.replace(/^(-?)0+(?=\d)/, '$1');
  return whole.includes('.') ? whole.replace(/0+$/, '').replace(/\.$/, '') : whole;
};

/** A moment, whatever its time zone; without one it is in that of the operator. */
export const momentForm: CellForm = (text, zone) => {
  const value = new RowReader(() => text, zone).moment('moment')?.value;
  const time = Date.parse(String(value));
  return Number.isNaN(time) ? text : new Date(time).toISOString();
};

/** Parts with semicolons between. @param part how each is compared; as it stands when absent @param ordered whether their order tells something */
export const partsForm =
  (part: CellForm = (text) => text, ordered = false): CellForm =>
  (text, zone) => {
    const parts = new RowReader(() => text, zone).parts('parts').map((each) => part(each, zone));
    return (ordered ? parts : parts.sort()).join('; ');
  };

/** JSON, whatever the spaces and the order of names in it, and whether what is empty is said. */
export const jsonForm: CellForm = (text) => {
  try {
    return JSON.stringify(canonical(JSON.parse(text)));
  } catch {
    return text;
  }
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => !isEmpty(each));
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, canonical(each)]),
  );
}
