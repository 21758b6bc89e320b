/** The text with all but its last four characters hidden; short texts entirely. */
export function maskText(text: string): string {
  const characters = [...text];
  const open = characters.length > 8 ? 4 : 0;
  return '*'.repeat(characters.length - open) + characters.slice(characters.length - open).join('');
}

/** The same in SQL, for an expression of text. */
export function sqlMask(expression: string): string {
  const open = `case when length(${expression}) > 8 then 4 else 0 end`;
  return `repeat('*', length(${expression}) - ${open}) || right(${expression}, ${open})`;
}
