import { getMetadataStorage } from 'type-graphql';
import { namedPermissions, needsNoPermission } from '../../kernel/access/index.js';
import type { Domain } from '../../kernel/domain.js';
import { FunctionPointKind } from './function-point.js';

/** A function point as the graph has it now. */
export interface FunctionPointDefinition {
  code: string;
  kind: FunctionPointKind;
  area: string;
  description: string;
}

/** Every function point of the graph: its mutations and subscriptions, from their resolvers, and the named permissions. */
export function functionPointsOf(domains: readonly Pick<Domain, 'name' | 'resolvers'>[]): FunctionPointDefinition[] {
  const areas = new Map(
    domains.flatMap(({ name, resolvers = [] }) => resolvers.map((resolver) => [resolver as unknown, name])),
  );
  const storage = getMetadataStorage();
  const operations = (
    kind: FunctionPointKind,
    list: readonly { schemaName: string; description?: string; target: unknown }[],
  ) =>
    list
      .filter(({ target, schemaName }) => areas.has(target) && !needsNoPermission(schemaName))
      .map(({ schemaName, description = '', target }) => ({
        code: schemaName,
        kind,
        area: areas.get(target)!,
        description,
      }));
  return [
    ...operations(FunctionPointKind.MUTATION, storage.mutations as never),
    ...operations(FunctionPointKind.SUBSCRIPTION, storage.subscriptions as never),
    ...namedPermissions().map(({ name, area, description }) => ({
      code: name,
      kind: FunctionPointKind.PERMISSION,
      area,
      description,
    })),
  ];
}
