/** How a mutation asks for a service password. */
export interface VerifiedOperation {
  purposes: readonly string[];
  /** Field of its input that names the customer, or what belongs to one. */
  names: string;
  /** Whether what it did was the wish of the customer, by the data of the event; without it all is. */
  wished?: ((data: Readonly<Record<string, unknown>>) => boolean) | undefined;
}

const guarded = new Map<string, VerifiedOperation>();

/**
 * Declares mutations before which a customer shows a service password, and the purposes whose passwords serve (CUS-03). That holds for
 * them from then on: one whose service does not ask by itself is asked before its transaction commits.
 * @param fields by the name of the mutation, the field of its input that names the customer or what belongs to one
 * @param wished for mutations that the operator also does by itself: whether this was the wish of the customer, by the data of the event
 */
export function verifyFirst(
  purposes: readonly string[],
  fields: Readonly<Record<string, string>>,
  wished?: VerifiedOperation['wished'],
): void {
  for (const [operation, names] of Object.entries(fields)) guarded.set(operation, { purposes, names, wished });
}

/** How a mutation asks for a service password; undefined for one that asks for none. */
export const verifiedOperation = (operation: string): VerifiedOperation | undefined => guarded.get(operation);

/** Purposes of the service passwords that serve for a mutation; undefined for one that asks for none. */
export const purposesFor = (operation: string): readonly string[] | undefined => guarded.get(operation)?.purposes;

/** Names of the mutations before which a service password is asked for. */
export const verifiedOperations = (): readonly string[] => [...guarded.keys()];
