import type { Node } from '../../kernel/model/index.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { FormStatus as S } from './form.enums.js';
import type { FormKit } from './form-kit.js';
import type { FormTemplate } from './form-template.js';

/** Steps of a form template or kit. */
export type FormAction = 'edit' | 'finish' | 'pass' | 'fail' | 'publish' | 'retire' | 'remove';

const staff = ['STAFF'] as const;
const OPEN = [S.UNFINISHED, S.FINISHED, S.MODIFIED, S.TESTED];

/** Templates and kits take the same steps (OPS-06): what was edited is tested again before it is published. */
const forms = <N extends Node & { status: S }>(name: string) =>
  defineLifecycle<N, S, FormAction>({
    name,
    states: Object.values(S),
    initial: S.UNFINISHED,
    final: [S.RETIRED, S.REMOVED],
    read: ({ status }) => status,
    write: (form, status) => {
      form.status = status;
    },
    scope: () => ({}),
    transitions: [
      { action: 'edit', from: [S.FINISHED, S.MODIFIED, S.TESTED], to: S.MODIFIED, who: staff },
      { action: 'finish', from: [S.UNFINISHED, S.MODIFIED], to: S.FINISHED, who: staff },
      { action: 'pass', from: [S.FINISHED, S.MODIFIED, S.TESTED], to: S.TESTED, who: staff },
      { action: 'fail', from: [S.FINISHED, S.MODIFIED, S.TESTED], to: S.FINISHED, who: staff },
      { action: 'publish', from: [S.TESTED], to: S.PUBLISHED, who: staff },
      { action: 'retire', from: [S.PUBLISHED], to: S.RETIRED, who: staff },
      { action: 'remove', from: OPEN, to: S.REMOVED, who: staff },
    ],
  });

export const formTemplateLifecycle = forms<FormTemplate>('formTemplate');
export const formKitLifecycle = forms<FormKit>('formKit');
