import { expect, test } from '@jest/globals';
import { describeImport, readImportCommand } from './import-command.js';
import { Progress } from './progress.js';

test('the command line is read from the folder of the user', () => {
  expect(
    readImportCommand(['telco-churn', 'data/t.csv', '--as-of', '2026-01-31', '--rejects', '/r.csv'], '/home/u'),
  ).toEqual({
    source: 'telco-churn',
    file: '/home/u/data/t.csv',
    rejects: '/r.csv',
    asOf: new Date('2026-01-31T00:00:00Z'),
  });
});

test('a table of records may be rehearsed', () => {
  expect(readImportCommand(['customers', 'c.xlsx', '--dry-run'], '/home/u')).toEqual({
    source: 'customers',
    file: '/home/u/c.xlsx',
    dryRun: true,
  });
  expect(readImportCommand(['customer-feed', 'b.csv', '--system', 'BILLING', '--dry-run'], '/home/u')).toEqual({
    ...{ source: 'customer-feed', file: '/home/u/b.csv', system: 'BILLING', dryRun: true },
  });
  const report = { rows: 2, loaded: 1, present: 0, skipped: 0, rejected: 1, warned: 0, rejectsFile: undefined };
  expect(describeImport(report, 1, true)).toContain('1 would be loaded, 0 there already, 1 rejected.\nNothing was');
});

test.each([
  [[], 'the source is missing'],
  [['constructor', 'x.csv'], '"constructor" is not a source that can be imported'],
  [['telco-churn'], 'the file is missing'],
  [['telco-churn', 'a', 'b'], '"b" is too much'],
  [['telco-churn', 'a', '--as-of', '2026-02-30'], '"2026-02-30" is not a day'],
  [['telco-churn', 'a', '--as-of', '2999-01-01'], 'lies in the future'],
  [['telco-churn', 'a', '--colour'], '--colour'],
  [['telco-churn', 'a', '--dry-run'], '--dry-run is not for telco-churn'],
  [['customers', 'a', '--region', '44'], 'not for customers'],
  [['customers', 'a', '--system', 'B'], '--system is not for customers'],
  [['customer-feed', 'a'], '--system is missing'],
])('%j is refused with the usage', (args, problem) => {
  expect(() => readImportCommand(args)).toThrow(expect.objectContaining({ message: expect.stringContaining(problem) }));
  expect(() => readImportCommand(args)).toThrow('usage: npm run import');
});

test('the report says what happened', () => {
  const text = describeImport(
    { rows: 7043, loaded: 0, present: 7043, skipped: 0, rejected: 0, warned: 11, rejectsFile: '/r.csv' },
    2.34,
  );
  expect(text).toBe(
    '7,043 rows read in 2.3 s: 0 loaded, 7,043 there already, 0 rejected.\nNothing was changed.\n11 rows were read with a remark.\nLines and reasons stand in /r.csv\n',
  );
});

test('progress is a bar on a terminal and plain lines elsewhere', () => {
  const show = (isTTY: boolean) => {
    let text = '';
    const bar = new Progress('Importing', 'rows', { isTTY, columns: 80, write: (part) => (text += part) });
    bar.show(0.5, 500);
    bar.show(1, 1_000);
    bar.end();
    return text;
  };
  expect(show(true)).toMatch(/\rx?.*Importing \[#+\.+\] {2}50 %.*\r.*100 % {2}1,000 rows.*\n$/s);
  expect(show(false)).toMatch(/^Importing 100 % {2}1,000 rows, [\d,]+\/s\n$/);
});
