import { Cell, type CellFault, type Reference } from './row-reader.js';

/** An input with plain values, and the cells that its parts come from. */
export interface RowInput {
  input: Record<string, unknown>;
  /** Cells by path, such as `input.individual.name`. */
  cells: ReadonlyMap<string, Cell>;
  faults: readonly CellFault[];
}

/** Why a cell names no record: cells say codes or names, not ids. */
export const notNamed = ({ noun }: Reference): string => `NOT_FOUND: There is no ${noun.name} with this code or name.`;

/** Takes the values out of the cells of an input; what is undefined is left away. @param idOf the id of the record that a cell names */
export function plainInput(tree: unknown, idOf: (cell: Cell) => string | undefined): RowInput {
  const cells = new Map<string, Cell>();
  const faults: CellFault[] = [];
  const plain = (part: unknown, path: string): unknown => {
    if (part instanceof Cell) {
      cells.set(path, part);
      if (!part.reference) return part.value;
      const id = idOf(part);
      // The same words as for one that the caller may not see.
      if (id === undefined)
        faults.push({
          column: part.column,
          value: String(part.value),
          reason: notNamed(part.reference),
        });
      return id;
    }
    if (Array.isArray(part)) return part.map((item, index) => plain(item, `${path}.${index}`));
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries.map(([name, value]) => [name, plain(value, `${path}.${name}`)]));
  };
  const input = plain(tree, 'input') as Record<string, unknown>;
  return { input, cells, faults };
}

/** The cells of an input that name records. */
export function* referencesIn(tree: unknown): Generator<Cell> {
  if (tree instanceof Cell) {
    if (tree.reference) yield tree;
  } else if (typeof tree === 'object' && tree !== null) {
    for (const part of Object.values(tree)) yield* referencesIn(part);
  }
}

/** The cell that a path of an input is about: its own, that of the part around it, or the first of those inside it. */
export function cellAt(cells: ReadonlyMap<string, Cell>, path: readonly (string | number)[]): Cell | undefined {
  for (let length = path.length; length > 1; length--) {
    const found = cells.get(path.slice(0, length).join('.'));
    if (found) return found;
  }
  const inside = `${path.join('.')}.`;
  return path.length > 1 ? [...cells].find(([at]) => at.startsWith(inside))?.[1] : undefined;
}
