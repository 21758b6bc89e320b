import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { CustomerRelationshipType as T } from '../customer/index.js';
import { RelationshipSubType } from './relationship-sub-type.js';

/** Code, name, type (CUS-45). */
const subTypes: readonly [string, string, T][] = [
  ['PARENT_COMPANY', '母公司', T.OWNERSHIP],
  ['BRANCH', '分支机构', T.OWNERSHIP],
  ['DEPARTMENT', '内设部门', T.OWNERSHIP],
  ['CHARGE_GUARANTEE', '话费担保', T.JOINT_LIABILITY],
  ['CONTRACT_GUARANTEE', '合同担保', T.JOINT_LIABILITY],
  ['BUSINESS', '业务往来', T.LOOSE],
  ['KINSHIP', '亲属', T.LOOSE],
  ['COLLEAGUE', '同事', T.LOOSE],
  ['TEAM', '团队', T.LOOSE],
  ['DECISION', '决策影响', T.LOOSE],
  ['CONTACT', '联系人', T.LOOSE],
];

/** Writes the sub-types of relations that the requirements name; those that exist stay as the operator changed them. */
export async function ensureSubTypes(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    const rows = subTypes.map(([code, name, type]) => ({ code, name, type, active: true }));
    await ensureRows(tx, RelationshipSubType, rows);
  });
}
