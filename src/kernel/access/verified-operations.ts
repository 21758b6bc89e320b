const guarded = new Map<string, readonly string[]>();

/** Declares mutations before which a customer shows a service password, and the purposes whose passwords serve (CUS-03). */
export function verifyFirst(purposes: readonly string[], ...names: string[]): void {
  for (const name of names) guarded.set(name, purposes);
}

/** Purposes of the service passwords that serve for a mutation; undefined for one that asks for none. */
export const purposesFor = (operation: string): readonly string[] | undefined => guarded.get(operation);
