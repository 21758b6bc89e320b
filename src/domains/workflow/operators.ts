import { codesOfActing, employeeRows } from '../organisation/index.js';
import type { ProcessOperatorKind } from '../process/index.js';

const KINDS: readonly `${ProcessOperatorKind}`[] = ['EMPLOYEE', 'POSITION', 'ROLE', 'ORGANIZATION'];

const codes = (kind: `${ProcessOperatorKind}`): string => codesOfActing(kind, '"e"');

/** SQL: whether the employee `"e"` is, holds or works in the operator of a kind. @param code SQL of its code */
export const isOperator = (kind: `${ProcessOperatorKind}`, code: string): string =>
  `exists (select 1 from (${codes(kind)}) "as" where "as"."code" = ${code})`;

/** SQL: whether the employee `"e"` is the operator of a kind and a code that are columns; only that kind is asked for. */
export const actsAs = (kind: string, code: string): string =>
  `case ${kind} ${KINDS.map((name) => `when '${name}' then ${isOperator(name, code)}`).join(' ')} else false end`;

/** SQL of all operators, as `kind` and `code`, that an employee is, holds or works in. @param employee SQL of their key */
export const operatorsOf = (employee: string): string =>
  `select "as"."kind", "as"."code" from ${employeeRows()} "e" cross join lateral (
     ${KINDS.map((kind) => `select '${kind}' as "kind", "code" from (${codes(kind)}) "of"`).join(' union ')}
   ) "as" where "e"."id" = ${employee}`;
