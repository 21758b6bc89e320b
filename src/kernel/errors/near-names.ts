/** Most names that are told. */
const MOST = 3;

/** Of names that there are, those that are written most like one that there is not; for messages of refusals. */
export function nearNames(name: string, known: Iterable<string>): string[] {
  const asked = name.toLowerCase();
  const found: [distance: number, name: string][] = [];
  for (const each of known) {
    const other = each.toLowerCase();
    const inside = asked.length >= 4 && other.includes(asked) ? 1 : Infinity;
    const distance = Math.min(inside, editsBetween(asked, other));
    if (distance <= Math.max(1, Math.floor(asked.length / 3))) found.push([distance, each]);
  }
  return found
    .sort(([one, a], [other, b]) => one - other || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([, each]) => each);
}

/** How many letters must be put in, taken out or changed to make one text of another. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
