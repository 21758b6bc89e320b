import { refuse, type InputPath } from '../../kernel/errors/index.js';

/** Ways in which people are told of something; channels that listen to the events choose by them (OPS-18, OPS-24, OPS-27). */
export const REMINDER_MEANS = ['APP', 'SOUND', 'MAIL', 'SMS', 'PAGER', 'PUSH', 'WEBHOOK'] as const;

/** For descriptions of fields that hold some of them. */
export const MEANS_TEXT = REMINDER_MEANS.map((means) => `\`${means}\``).join(', ');

/** The given ways, `APP` when there are none; refuses with INVALID_VALUE what is no way, and with DUPLICATE one given twice. */
export function meansOf(given: readonly string[] | null | undefined, path: InputPath): string[] {
  if (!given?.length) return ['APP'];
  for (const [index, means] of given.entries()) {
    if (!(REMINDER_MEANS as readonly string[]).includes(means))
      refuse('INVALID_VALUE', `There is no such way; there are ${REMINDER_MEANS.join(', ')}.`, [...path, index]);
    if (given.indexOf(means) !== index) refuse('DUPLICATE', 'It is given twice.', [...path, index]);
  }
  return [...given];
}
