import { nounOf } from '../../kernel/model/index.js';
import { ProcessTemplate } from './process-template.js';
import { ProcessTemplateVersion } from './process-template-version.js';
import { ProcessVersionStatus } from './process.enums.js';

/** SQL of the templates of processes, for a `from`. */
export const templateRows = (): string => `"${nounOf(ProcessTemplate).table}"`;

/** SQL of the versions of templates that make instances at a moment, for a `from`; its columns are those of the versions. @param at SQL of the moment */
export const versionsInUse = (at: string): string => `(select * from "${nounOf(ProcessTemplateVersion).table}" "n"
  where "n"."status" = '${ProcessVersionStatus.PUBLISHED}' and not "n"."instance_own" and "n"."validity_from" <= ${at} and ("n"."validity_to" is null or "n"."validity_to" > ${at}))`;
