import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { ContactClass, ContactDirection, PlatformKind } from './contact-enums.js';
import { ContactMode } from './contact-mode.js';
import { ContactType } from './contact-type.js';
import { InteractionPlatform } from './interaction-platform.js';

const { INBOUND, OUTBOUND } = ContactDirection;

/** Code, name, direction, class, code of the parent (requirements 7, list of contact types). */
const types: readonly [string, string, ContactDirection, ContactClass, string?][] = [
  ['ORDER_REQUEST', '订单要求', INBOUND, ContactClass.SERVICE_REQUEST],
  ['CONSULTATION', '咨询', INBOUND, ContactClass.SERVICE_REQUEST],
  ['QUERY', '查询', INBOUND, ContactClass.SERVICE_REQUEST],
  ['DATA_CHANGE', '修改资料', INBOUND, ContactClass.SERVICE_REQUEST],
  ['DEMAND', '需求', INBOUND, ContactClass.SERVICE_REQUEST],
  ['PAYMENT', '缴费', INBOUND, ContactClass.SERVICE_REQUEST],
  ['FAULT', '故障', INBOUND, ContactClass.PROBLEM_REPORT],
  ['COMPLAINT', '投诉', INBOUND, ContactClass.PROBLEM_REPORT],
  ['SUGGESTION', '建议', INBOUND, ContactClass.PROBLEM_REPORT],
  ['CAMPAIGN', '执行营销活动', OUTBOUND, ContactClass.OUTBOUND],
  ['SURVEY', '问卷调查', OUTBOUND, ContactClass.OUTBOUND],
  ['RETENTION', '客户挽留', OUTBOUND, ContactClass.OUTBOUND],
  ['WIN_BACK', '客户赢回', OUTBOUND, ContactClass.OUTBOUND],
  ['CARE', '客户关怀', OUTBOUND, ContactClass.OUTBOUND],
  ['RETURN_VISIT', '客户回访', OUTBOUND, ContactClass.OUTBOUND],
  ['DUNNING', '欠费催缴', OUTBOUND, ContactClass.OUTBOUND],
  ['SERVICE_NOTICE', '服务通知', OUTBOUND, ContactClass.OUTBOUND],
  ['WAIT_INSTALL', '待装', OUTBOUND, ContactClass.OUTBOUND, 'SERVICE_NOTICE'],
  ['START_INSTALL', '开装', OUTBOUND, ContactClass.OUTBOUND, 'SERVICE_NOTICE'],
  ['CUTOVER', '割接', OUTBOUND, ContactClass.OUTBOUND, 'SERVICE_NOTICE'],
  ['FAULT_NOTICE', '故障通知', OUTBOUND, ContactClass.OUTBOUND, 'SERVICE_NOTICE'],
  ['BILL_NOTICE', '话费通知', OUTBOUND, ContactClass.OUTBOUND, 'SERVICE_NOTICE'],
];

/** Code, name, direct, inbound, outbound (requirements 7-57 to 7-64). */
const modes: readonly [string, string, boolean, boolean, boolean][] = [
  ['VISIT', '上门拜访', true, false, true],
  ['FACE', '面对面', true, true, true],
  ['HUMAN_VOICE', '人工语音', true, true, true],
  ['AUTO_VOICE', '自动语音', false, true, true],
  ['VOICEMAIL', '语音信箱', false, true, true],
  ['FAX', '传真', false, true, true],
  ['LETTER', '信函', false, true, true],
  ['SMS', '短信', false, true, true],
  ['EMAIL', '电子邮件', false, true, true],
  ['WEB', '网站', false, true, true],
];

/** Code, name, kind; all serve both directions. */
const platforms: readonly [string, string, PlatformKind][] = [
  ['HOTLINE', '客服热线', PlatformKind.CTI],
  ['IVR', '自动语音平台', PlatformKind.IVR],
  ['WEB', '网上营业厅', PlatformKind.WEB],
  ['EMAIL', '邮件平台', PlatformKind.EMAIL],
  ['SMS', '短信平台', PlatformKind.SMS],
  ['ACCOUNT_MANAGER', '客户经理平台', PlatformKind.ACCOUNT_MANAGER],
  ['HALL', '营业厅与代理点', PlatformKind.POS_AGENT],
  ['TERMINAL', '自助终端', PlatformKind.SELF_SERVICE_TERMINAL],
  ['FAX_LETTER', '传真与信函', PlatformKind.FAX_LETTER],
];

/** The lists that contacts are recorded with. Rows that exist already stay as the operator changed them. */
export async function contactBaseline(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    const parents = await ensureRows(
      tx,
      ContactType,
      types.filter((row) => !row[4]).map((row) => typeRow(row)),
    );
    await ensureRows(
      tx,
      ContactType,
      types.filter((row) => row[4]).map((row) => typeRow(row, parents.get(row[4]!))),
    );
    await ensureRows(
      tx,
      ContactMode,
      modes.map(([code, name, direct, inbound, outbound]) => ({ code, name, direct, inbound, outbound, active: true })),
    );
    await ensureRows(
      tx,
      InteractionPlatform,
      platforms.map(([code, name, platformKind]) => ({
        code,
        name,
        platformKind,
        inbound: true,
        outbound: true,
        active: true,
      })),
    );
  });
}

function typeRow([code, name, direction, contactClass]: (typeof types)[number], parent: string | null = null) {
  return { code, name, direction, contactClass, parent, active: true };
}
