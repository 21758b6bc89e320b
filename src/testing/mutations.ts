import type { As, TestGraph } from './graph.js';

/** What a mutation answers: its object under one name, and why nothing was written. */
export interface Outcome {
  node: Record<string, unknown> & { id: string; status: string };
  userErrors: { code: string; path: string[]; message: string; details: Record<string, unknown> | null }[];
}

/** Calls of mutations whose payloads have the same shape. */
export interface Mutations<Name extends string> {
  documents: Record<Name, string>;
  run(name: Name, input: object, as?: As): Promise<Outcome>;
  /** Runs one that must succeed and answers its object. */
  ok(name: Name, input: object, as?: As): Promise<Outcome['node']>;
  /** Runs one that must be refused and answers code and path of each reason. */
  refused(name: Name, input: object, as?: As): Promise<[code: string, path: string][]>;
}

interface Options<Name extends string> {
  /** Input type by mutation. */
  inputs: Record<Name, string>;
  /** Field of the payloads that holds the object. */
  field: string;
  /** What to select of it. */
  selection: string;
  as: As;
}

/** Builds the documents of mutations once; `as` says who calls when a call does not. */
export function mutationsOf<Name extends string>(graph: TestGraph, options: Options<Name>): Mutations<Name> {
  const { field, selection } = options;
  const documents = Object.fromEntries(
    Object.entries<string>(options.inputs).map(([name, type]) => [
      name,
      `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path message details } node: ${field} { ${selection} } } }`,
    ]),
  ) as Record<Name, string>;
  const run = async (name: Name, input: object, as: As = options.as): Promise<Outcome> => {
    const { data, errors } = await graph.query<Record<string, Outcome>>(documents[name], { input }, { as });
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name]!;
  };
  return {
    documents,
    run,
    async ok(name, input, as) {
      const { node, userErrors } = await run(name, input, as);
      if (userErrors.length) throw new Error(`${name} was refused: ${JSON.stringify(userErrors)}`);
      return node;
    },
    async refused(name, input, as) {
      const { node, userErrors } = await run(name, input, as);
      if (node) throw new Error(`${name} was not refused: ${JSON.stringify(node)}`);
      return userErrors.map(({ code, path }) => [code, path.join('.')]);
    },
  };
}
