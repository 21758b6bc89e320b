import type { CompiledProcess } from './compiled.js';

/** The first of some steps over which every way leads from one step to another; undefined when there is a way round each, or none at all. */
export function onEveryWay(
  { out }: Pick<CompiledProcess, 'out'>,
  from: string,
  to: string,
  over: readonly string[],
): string | undefined {
  const leads = (without: string | null): boolean => {
    const found = new Set<string>();
    for (const open = [from]; open.length > 0;)
      for (const flow of out.get(open.pop()!) ?? []) {
        if (flow.to === to) return true;
        if (flow.to === without || found.has(flow.to)) continue;
        found.add(flow.to);
        open.push(flow.to);
      }
    return false;
  };
  return leads(null) ? over.find((step) => step !== to && !leads(step)) : undefined;
}
