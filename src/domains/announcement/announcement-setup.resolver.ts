import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { AnnouncementCategory } from './announcement-category.js';
import { AnnouncementRight } from './announcement-right.js';
import { grantRight, saveCategory, saveTemplate } from './announcement-setup.service.js';
import { AnnouncementTemplate } from './announcement-template.js';
import {
  AnnouncementCategorySaveInput,
  AnnouncementRightGrantInput,
  AnnouncementTemplateSaveInput,
} from './announcement.inputs.js';

@ObjectType({ description: 'Answer of the mutation of a category of announcements.' })
export class AnnouncementCategoryPayload extends Payload {
  @Field(() => AnnouncementCategory, { nullable: true, description: 'The category; null when it was refused.' })
  category?: AnnouncementCategory;
}

@ObjectType({ description: 'Answer of the mutation of a template of announcements.' })
export class AnnouncementTemplatePayload extends Payload {
  @Field(() => AnnouncementTemplate, { nullable: true, description: 'The template; null when it was refused.' })
  template?: AnnouncementTemplate;
}

@ObjectType({ description: 'Answer of the mutation of the right to publish announcements.' })
export class AnnouncementRightPayload extends Payload {
  @Field(() => AnnouncementRight, {
    nullable: true,
    description: 'The right; null when it was refused, or taken away.',
  })
  right?: AnnouncementRight | null;
}

@Resolver()
export class AnnouncementSetupResolver {
  @Mutation(() => AnnouncementCategoryPayload, {
    description: 'Makes or changes a category of announcements (OPS-34).',
  })
  announcementCategorySave(
    @Arg('input', () => AnnouncementCategorySaveInput) input: AnnouncementCategorySaveInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementCategoryPayload> {
    return answer(AnnouncementCategoryPayload, async () => ({ category: await saveCategory(context, input) }));
  }

  @Mutation(() => AnnouncementTemplatePayload, {
    description: 'Makes or changes a template of announcements (OPS-32). Refused with NOT_FOUND.',
  })
  announcementTemplateSave(
    @Arg('input', () => AnnouncementTemplateSaveInput) input: AnnouncementTemplateSaveInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementTemplatePayload> {
    return answer(AnnouncementTemplatePayload, async () => ({ template: await saveTemplate(context, input) }));
  }

  @Mutation(() => AnnouncementRightPayload, {
    description:
      'Grants the right to publish announcements to a department or an employee, or takes it away (OPS-34). Refused with REQUIRED, NOT_FOUND, OUT_OF_SCOPE.',
  })
  announcementRightGrant(
    @Arg('input', () => AnnouncementRightGrantInput) input: AnnouncementRightGrantInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementRightPayload> {
    return answer(AnnouncementRightPayload, async () => {
      const right = await grantRight(context, input);
      return { right: input.revoke ? null : right };
    });
  }
}
