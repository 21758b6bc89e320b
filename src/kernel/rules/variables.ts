/** Kinds of values that a rule can read (FEEL types). */
export type RuleType =
  'number' | 'string' | 'boolean' | 'date' | 'date and time' | 'duration' | 'list' | 'context' | 'any';

/** A value that rules may name. */
export interface RuleVariable {
  type: RuleType;
  /** Meaning and unit, for those who write rules. */
  description: string;
  /** Entries of a context, or of each context in a list; absent when any entry may be read. */
  fields?: RuleVariables;
  /** Whether other entries than `fields` may be read too, of which nothing is known. */
  open?: boolean;
  /** All texts that it can be; a comparison with another one is refused. Absent when it can be any. */
  values?: readonly string[];
}

/** Values that rules of one kind may name, by name; names are single words. */
export type RuleVariables = Readonly<Record<string, RuleVariable>>;
