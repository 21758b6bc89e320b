import { defineParameter, ParameterType } from '../parameter/index.js';
import { UserSettingKind } from './user-setting.js';

/** What holds for users who set nothing, for the nearest unit above them; each a parameter with versions. */
export const defaultSettings = {
  [UserSettingKind.PRINT]: defineParameter<unknown>({
    code: 'print.default',
    name: 'Printing',
    type: ParameterType.PRINT,
    description: 'How users print who set nothing else (SYS-33).',
    defaultValue: { printer: { name: 'default' }, pages: 'ALL', copies: 1, zoom: 100 },
  }),
  [UserSettingKind.VIEW]: defineParameter<unknown>({
    code: 'view.default',
    name: 'Display',
    type: ParameterType.VIEW,
    description: 'Where and how large screens open for users who set nothing else (SYS-34).',
    defaultValue: { window: { x: 0, y: 0, width: 1280, height: 800 }, zoom: 100 },
  }),
  [UserSettingKind.SAVE]: defineParameter<unknown>({
    code: 'save.default',
    name: 'Saving',
    type: ParameterType.SAVE,
    description: 'File name, type and path for users who set nothing else (SYS-35).',
    defaultValue: { fileName: 'export', type: 'XLSX', path: '' },
  }),
};
