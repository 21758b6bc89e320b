import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/errors/index.js';
import type { DefinitionFinding } from '../../kernel/process/index.js';
import { ProcessTemplate } from './process-template.js';
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

@ObjectType({
  description:
    'A published version of another template that may apply to the same objects, with the same priority (WFL-08). One that is for some of the objects of another and has more conditions comes before it, and is none.',
})
export class ProcessOverlap {
  @Field(() => String, { description: 'Code of the template.' })
  code!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  number!: number;

  @Field(() => Boolean, {
    description:
      'True when there can be objects to which both apply; false when what their conditions work out cannot be told apart.',
  })
  certain!: boolean;
}

@ObjectType({ description: 'Answer of operations on a version of a process template.' })
export class ProcessVersionPayload extends Payload {
  @Field(() => ProcessTemplateVersion, { nullable: true, description: 'The version; null when nothing was written.' })
  version?: ProcessTemplateVersion;

  @Field(() => [ProcessFinding], {
    description:
      'What is wrong with it as it is now, told when it is made or edited; what does not fit it any more, also when it is published.',
  })
  findings: ProcessFinding[] = [];

  @Field(() => [ProcessOverlap], { description: 'With what it competes; told when it is published.' })
  overlaps: ProcessOverlap[] = [];
}

@ObjectType({ description: 'Answer of changes of a process template.' })
export class ProcessTemplatePayload extends Payload {
  @Field(() => ProcessTemplate, { nullable: true, description: 'The template; null when nothing was written.' })
  template?: ProcessTemplate;

  @Field(() => [ProcessOverlap], {
    description: 'With what its published version competes; told when its priority or type of objects has changed.',
  })
  overlaps: ProcessOverlap[] = [];
}
