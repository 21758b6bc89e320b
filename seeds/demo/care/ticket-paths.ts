import { type TicketAction, TicketKind } from '../../../src/domains/trouble/index.js';
import type { Random } from '../../bulk/random.js';

const answered = ['answer', 'close', 'archive'] as const;

/** Ways that tickets of a kind go from acceptance to the archive, with weights. */
const paths: Record<TicketKind, readonly (readonly [readonly TicketAction[], number])[]> = {
  [TicketKind.FAULT]: [
    [['classify', 'confirm', 'dispatch', 'progress', 'repair', 'resolve', ...answered], 9],
    [['classify', 'confirm', 'noFault', ...answered], 1],
  ],
  [TicketKind.COMPLAINT]: [
    [['classify', 'dispatch', 'returnPlan', 'askConsent', 'agree', 'resolve', ...answered], 5],
    [
      [
        'classify',
        'dispatch',
        'returnPlan',
        'askConsent',
        'refuse',
        'returnPlan',
        'askConsent',
        'agree',
        'resolve',
        ...answered,
      ],
      1,
    ],
  ],
  [TicketKind.SUGGESTION]: [[['classify', 'dispatch', 'evaluate', ...answered], 1]],
  [TicketKind.BILL_DISPUTE]: [
    [['classify', 'verify', 'chargeRight', ...answered], 3],
    [['classify', 'verify', 'chargeWrong', 'submitSolution', 'approve', 'agree', 'resolve', ...answered], 1],
  ],
};

/** The steps that a ticket has taken: all of them when it is old, some of them when it is open; a few are withdrawn. */
export function pathOf(random: Random, kind: TicketKind, open: boolean): readonly TicketAction[] {
  const path = random.weighted(paths[kind]);
  if (!open) return path;
  const taken = path.slice(0, random.int(1, path.length - 2));
  return random.chance(0.08) ? [...taken.filter((action) => action !== 'close'), 'cancel'] : taken;
}

/** Content of tickets by the code of their category; what the code does not have falls back on the kind. */
export const contents: Record<string, readonly string[]> = {
  FAULT_NO_SERVICE: ['宽带完全无法上网，光猫红灯闪烁。', '电话没有拨号音。', '专线中断，影响全公司办公。'],
  FAULT_VOICE: ['通话有杂音，听不清对方。', '来电显示不正常。'],
  FAULT_BROADBAND: ['晚上经常掉线，需要重启光猫。', '无法获取IP地址。'],
  FAULT_SLOW: ['测速只有签约带宽的三分之一。', '视频卡顿严重，请检查线路。'],
  FAULT_LINE: ['楼道施工挖断了光缆。', '线路老化，雨天就断。'],
  [TicketKind.FAULT]: ['业务使用异常，请派人检查。'],
  COMPLAINT_COMM_QUALITY: ['网络质量差，多次报修仍未解决。'],
  COMPLAINT_TARIFF: ['套餐资费与宣传不符。', '未经同意开通了增值业务。'],
  COMPLAINT_SERVICE_QUALITY: ['营业员态度不好，办理等待时间过长。', '装机师傅未按约定时间上门。'],
  [TicketKind.COMPLAINT]: ['对处理结果不满意，要求答复。'],
  [TicketKind.SUGGESTION]: [
    '建议网上营业厅增加套餐对比功能。',
    '希望延长营业厅周末的营业时间。',
    'Please offer bills in English.',
  ],
  [TicketKind.BILL_DISPUTE]: ['本月账单有一笔不明费用，请核实。', '已拆机仍在收取月租。'],
};
