import type { CallContext } from '../../kernel/database/context.js';
import { Refusal } from '../../kernel/errors/index.js';
import { ParameterType, valueFaults } from '../parameter/index.js';
import { defaultSettings } from './default-settings.js';
import { UserSetting, type UserSettingKind } from './user-setting.js';
import type { UserSettingSaveInput } from './workspace.inputs.js';
import { callingEmployee } from './workspace.service.js';

/** Sets something for the caller, or goes back to what the operator set. */
export async function saveSetting(context: CallContext, input: UserSettingSaveInput): Promise<UserSetting | null> {
  const { kind, screen = null, value = null } = input;
  if (value !== null) {
    const faults = valueFaults(ParameterType[kind], {}, value, ['input', 'value']);
    if (faults.length) throw new Refusal(faults);
  }
  return context.database.write(context, async (tx) => {
    const employee = await callingEmployee(tx);
    const known = await tx.em.findOne(UserSetting, { employee, kind, screen: screen ?? '' });
    if (value === null) {
      if (known) {
        tx.record({ kind: 'BUSINESS_FACT', type: 'user.setting.removed', subject: known });
        tx.em.remove(known);
      }
      return null;
    }
    const setting = known ?? tx.add(Object.assign(new UserSetting(), { employee, kind, screen: screen ?? '' }));
    setting.value = value;
    tx.record({ kind: 'BUSINESS_FACT', type: 'user.setting.saved', subject: setting });
    return setting;
  });
}

const OWN = `
  select "value" from "user_setting" where "employee_id" = $1 and "kind" = $2 and "screen" in ($3, '')
  order by length("screen") desc limit 1`;

/** What holds for the caller on a screen: their own setting for it, that for all screens, or what the operator set for their unit. */
export async function settingFor(context: CallContext, kind: UserSettingKind, screen: string): Promise<unknown> {
  const { caller, database } = context;
  if (caller.employeeId) {
    const { rows } = await database.pool.query<{ value: unknown }>({
      name: 'user_setting_own',
      text: OWN,
      values: [caller.employeeId, kind, screen],
    });
    if (rows[0]) return rows[0].value;
  }
  return defaultSettings[kind].read(database, caller.organisationPath);
}
