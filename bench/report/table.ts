import type { Row } from './row.ts';

const HEADINGS = ['operation', 'server', 'rps', 'p50 ms', 'p99 ms', 'bytes', 'of ceiling', 'switchboard is'];

/** The figures as a table, with each server's share of the ceiling and how many times faster Switchboard is. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const rate = (server: string) =>
      rows.find((other) => other.operation === row.operation && other.server === server)?.rps;
    const [top, ours] = [rate('ceiling'), rate('switchboard')];
    return [
      row.operation,
      row.server,
      row.rps.toFixed(row.rps < 100 ? 1 : 0),
      row.p50.toFixed(2),
      row.p99.toFixed(2),
      String(row.bytes),
      top ? (row.rps / top).toFixed(2) : '',
      ours && row.server !== 'switchboard' ? `${(ours / row.rps).toFixed(2)} x` : '',
    ];
  });
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...cells.map((line) => line[column]!.length)),
  );
  const print = (line: readonly string[]) =>
    line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ');
  const lines = [print(HEADINGS), widths.map((width) => '-'.repeat(width)).join('  ')];
  cells.forEach((line, index) => {
    if (index && line[0] !== cells[index - 1]![0]) lines.push('');
    lines.push(print(line));
  });
  return lines.join('\n');
}
