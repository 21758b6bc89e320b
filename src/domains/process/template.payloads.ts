import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/errors/index.js';
import type { DefinitionFinding } from '../../kernel/process/index.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@ObjectType({ description: 'What is wrong with the definition of a process (WFL-02).' })
export class ProcessFinding {
  @Field(() => String, { description: 'Code, such as `UNREACHABLE`, `NO_DEFAULT` or `RULE_SYNTAX`.' })
  code!: string;

  @Field(() => String, { description: 'Explanation for a person.' })
  message!: string;

  @Field(() => [String], { description: 'Place in the definition, such as `["steps", "2", "handler"]`.' })
  path!: string[];

  @Field(() => Boolean, { description: 'Whether it keeps the version from being tested or published.' })
  blocks!: boolean;
}

/** Findings as the graph shows them. */
export const shownFindings = (findings: readonly DefinitionFinding[]): ProcessFinding[] =>
  findings.map(({ code, message, path, severity }) => ({
    ...{ code, message },
    path: path.map(String),
    blocks: severity === 'ERROR',
  }));

@ObjectType({ description: 'A published version of another template that may apply to the same objects (WFL-08).' })
export class ProcessOverlap {
  @Field(() => String, { description: 'Code of the template.' })
  code!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  number!: number;
}

@ObjectType({ description: 'Answer of operations on a version of a process template.' })
export class ProcessVersionPayload extends Payload {
  @Field(() => ProcessTemplateVersion, { nullable: true, description: 'The version; null when nothing was written.' })
  version?: ProcessTemplateVersion;

  @Field(() => [ProcessFinding], { description: 'What is wrong with it as it is now; told when it is edited.' })
  findings: ProcessFinding[] = [];

  @Field(() => [ProcessOverlap], { description: 'With what it competes; told when it is published.' })
  overlaps: ProcessOverlap[] = [];
}
