import type { Row } from './row.ts';

interface Goal {
  text: string;
  operations: readonly string[];
  /** Rate of the first server divided by that of the second. */
  of: string;
  by: string;
  /** What the second server's rate is of, when not the same operation. */
  against?: string;
  atLeast: number;
}

const views = ['customer-view-2k', 'customer-view-20k'];

/** What Switchboard shall reach, as ratios of medians of one run. */
const goals: readonly Goal[] = [
  { text: 'customer view against the ceiling', operations: views, of: 'switchboard', by: 'ceiling', atLeast: 0.75 },
  { text: 'customer view against PostGraphile', operations: views, of: 'switchboard', by: 'postgraphile', atLeast: 2 },
  { text: 'customer view against Mercurius', operations: views, of: 'switchboard', by: 'mercurius', atLeast: 2 },
  {
    text: 'customer view against the compiler off',
    operations: views,
    of: 'switchboard',
    by: 'uncompiled',
    atLeast: 8,
  },
  {
    text: 'simple lookup against the ceiling',
    operations: ['customer-by-code'],
    of: 'switchboard',
    by: 'ceiling',
    atLeast: 0.6,
  },
  {
    text: 'page 10,000 against page 1',
    operations: ['orders-page-10000'],
    of: 'switchboard',
    by: 'switchboard',
    against: 'orders-page-1',
    atLeast: 0.8,
  },
  {
    text: 'deliveries per core against plain graphql-ws',
    operations: ['fanout-2000', 'fanout-10000'],
    of: 'switchboard',
    by: 'graphql-ws',
    atLeast: 4,
  },
  {
    text: 'with policies against without',
    operations: ['customer-by-code', ...views],
    of: 'switchboard',
    by: 'switchboard-admin',
    atLeast: 0.9,
  },
];

/** How far each goal was reached, where the run has the figures for it. */
export function goalsReached(rows: readonly Row[]): string {
  const rate = (operation: string, server: string) =>
    rows.find((row) => row.operation === operation && row.server === server)?.rps;
  const lines = goals.flatMap((goal) =>
    goal.operations.flatMap((operation) => {
      const [ours, theirs] = [rate(operation, goal.of), rate(goal.against ?? operation, goal.by)];
      if (!ours || !theirs) return [];
      const ratio = ours / theirs;
      return [
        `${ratio >= goal.atLeast ? 'reached' : 'MISSED '}  ${ratio.toFixed(2).padStart(6)} of ${goal.atLeast.toFixed(2).padStart(5)}  ${goal.text} (${operation})`,
      ];
    }),
  );
  return lines.join('\n');
}
