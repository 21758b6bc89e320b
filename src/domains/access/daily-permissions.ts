/** Function points that every standard role has, because everybody needs them for their daily work. */
const EVERYBODY = [
  'workLogSave',
  'workLogSubmit',
  'workLogRead',
  'workLogReview',
  'workLogRemind',
  'memo*',
  'shiftTakeOver',
  'shiftHandOver',
  'shiftTasksFill',
  'dutyRecordSave',
  'announcementSave',
  'announcementPublish',
  'announcementWithdraw',
  'announcementRead',
  'announcementRemove',
  'announcementForward',
];

/** Function points of those who lead others. */
const LEADERS = ['workLogPeriodSave', 'shift:*', 'announcement:*', 'virtualTeamSave'];

const LEADING: readonly string[] = ['DESK_SUPERVISOR', 'ORGANISATION_ADMINISTRATOR'];

/** What a standard role has for the daily work of its holders, besides what its own work needs. */
export const dailyPermissions = (role: string): readonly string[] =>
  LEADING.includes(role) ? [...EVERYBODY, ...LEADERS, ...(role === LEADING[1] ? ['system.monitor'] : [])] : EVERYBODY;
