import type { ProcessOperatorKind } from '../process/index.js';

const HELD = `"h"."employee_id" = "e"."id" and ("h"."validity_to" is null or "h"."validity_to" > now())`;

/** SQL of the codes under which the employee `"e"` does tasks, by kind of operator. */
const CODES: Readonly<Record<ProcessOperatorKind, string>> = {
  EMPLOYEE: `select "e"."employee_no" as "code"`,
  POSITION: `select "p"."code" from "employee_position" "h" join "job_position" "p" on "p"."id" = "h"."position_id" where ${HELD}`,
  ROLE: `select "r"."code" from "employee_position" "h" join "position_role" "l" on "l"."position_id" = "h"."position_id"
    join "job_role" "r" on "r"."id" = "l"."role_id" where ${HELD}`,
  ORGANIZATION: `select "o"."code" from "party" "own" join "party" "o" on starts_with("own"."path", "o"."path")
    where "own"."id" = "e"."organization_id" and "o"."kind" = 'INTERNAL_ORGANIZATION'`,
};

const KINDS = Object.keys(CODES) as ProcessOperatorKind[];

/** SQL: whether the employee `"e"` is, holds or works in the operator of a kind. @param code SQL of its code */
export const isOperator = (kind: ProcessOperatorKind, code: string): string =>
  `exists (select 1 from (${CODES[kind]}) "as" where "as"."code" = ${code})`;

/** SQL: whether the employee `"e"` is the operator of a kind and a code that are columns; only that kind is asked for. */
export const actsAs = (kind: string, code: string): string =>
  `case ${kind} ${KINDS.map((name) => `when '${name}' then ${isOperator(name, code)}`).join(' ')} else false end`;

/** SQL of all operators, as `kind` and `code`, that an employee is, holds or works in. @param employee SQL of their key */
export const operatorsOf = (employee: string): string =>
  `select "as"."kind", "as"."code" from "employee" "e" cross join lateral (
     ${KINDS.map((kind) => `select '${kind}' as "kind", "code" from (${CODES[kind]}) "of"`).join(' union ')}
   ) "as" where "e"."id" = ${employee}`;
