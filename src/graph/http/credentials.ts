import { Kind, OperationTypeNode, parse } from 'graphql';
import { isOpen } from '../../kernel/access/policy.js';
import { UnauthenticatedError } from '../../kernel/access/token.error.js';
import { parseOptions } from './parse-options.js';

/**
 * The token of an Authorization header; undefined when there is no header.
 * @throws UnauthenticatedError for another scheme.
 */
export function bearerToken(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization.trim() === '') return undefined;
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (!token) throw new UnauthenticatedError('invalid');
  return token;
}

/** The token a WebSocket client sent when it connected: `authorization: 'Bearer …'`, or the bare `token`. */
export function connectionToken(params: Readonly<Record<string, unknown>> = {}): string | undefined {
  const authorization = params.authorization ?? params.Authorization;
  if (typeof authorization === 'string') return bearerToken(authorization);
  return typeof params.token === 'string' && params.token !== '' ? params.token : undefined;
}

/** Whether a document asks about the schema only. What cannot be parsed asks for nothing we would give. */
export function onlyIntrospects(query: unknown): boolean {
  if (typeof query !== 'string') return false;
  try {
    const operations = parse(query, parseOptions).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const roots = operations.flatMap((operation) => operation.selectionSet.selections);
    return roots.length > 0 && roots.every((root) => root.kind === Kind.FIELD && root.name.value.startsWith('__'));
  } catch {
    return false;
  }
}

/**
 * Whether a document asks for one mutation only that needs no token, such as signing in. One at a time: a document full of them
 * would be a machine for guessing.
 */
export function onlyOpen(query: unknown): boolean {
  if (typeof query !== 'string') return false;
  try {
    const { definitions } = parse(query, parseOptions);
    const [only] = definitions;
    if (
      definitions.length !== 1 ||
      only?.kind !== Kind.OPERATION_DEFINITION ||
      only.operation !== OperationTypeNode.MUTATION
    )
      return false;
    const [root] = only.selectionSet.selections;
    return only.selectionSet.selections.length === 1 && root?.kind === Kind.FIELD && isOpen(root.name.value);
  } catch {
    return false;
  }
}
