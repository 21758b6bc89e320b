/** Words that begin a line where a subquery stands alone, not inside an aggregate's parentheses. */
const CLAUSES = [' from ', ' where ', ' group by ', ' having ', ' order by ', ' limit ', ' offset '];
const INDENT = '  ';

/** SQL with a line for each clause, indented by subquery. What stands in quotes stays as it is. */
export function layOut(sql: string): string {
  const depth: boolean[] = [true];
  let out = '';
  for (let at = 0; at < sql.length;) {
    const quote = sql[at];
    if (quote === "'" || quote === '"') {
      const end = endOfQuote(sql, at);
      out += sql.slice(at, end);
      at = end;
      continue;
    }
    const level = depth.filter(Boolean).length;
    const clause = depth.at(-1) ? CLAUSES.find((each) => sql.startsWith(each, at)) : undefined;
    if (clause) {
      out += `\n${INDENT.repeat(level - 1)}${clause.trim()} `;
      at += clause.length;
    } else if (sql.startsWith('(select ', at)) {
      depth.push(true);
      out += `(\n${INDENT.repeat(level)}select `;
      at += '(select '.length;
    } else {
      if (quote === '(') depth.push(false);
      if (quote === ')' && depth.pop()) out += `\n${INDENT.repeat(level - 2)}`;
      out += quote;
      at++;
    }
  }
  return out;
}

function endOfQuote(sql: string, start: number): number {
  const quote = sql[start]!;
  let at = start + 1;
  while (at < sql.length) {
    if (sql[at] === quote && sql[at + 1] === quote) at += 2;
    else if (sql[at] === quote) return at + 1;
    else at++;
  }
  return at;
}
