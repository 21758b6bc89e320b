import { Field, ObjectType } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { codedError, type InputPath, Refusal, userError } from '../../kernel/errors/index.js';
import { describeEnum } from '../../kernel/model/index.js';
import type { ProcessTemplate } from '../process/index.js';
import { ProcessTemplateVersion, ProcessVersionStatus } from '../process/index.js';
import { ProductRequirement } from './product-requirement.js';
import { ProductService } from './product-service.js';
import { Product } from './product.js';
import { SlaTemplateItem } from './sla-template-item.js';

export enum ReadinessLack {
  NO_RESOURCES = 'NO_RESOURCES',
  NO_SERVICES = 'NO_SERVICES',
  NO_TEMPLATE = 'NO_TEMPLATE',
  TEMPLATE_NOT_PUBLISHED = 'TEMPLATE_NOT_PUBLISHED',
  NO_SLA_INDICATORS = 'NO_SLA_INDICATORS',
}

describeEnum(ReadinessLack, 'ReadinessLack', 'What a product lacks to be sold to group customers (WFL-73).', {
  NO_RESOURCES: 'No resource or service is configured that its fulfilment takes.',
  NO_SERVICES: 'No customer service may be ordered on it (PRD-27).',
  NO_TEMPLATE: 'No process template is named that carries its orders out.',
  TEMPLATE_NOT_PUBLISHED: 'That template has no version that is published now.',
  NO_SLA_INDICATORS: 'No SLA template in force has an indicator for it (PRD-25).',
});

const WORDS: Record<ReadinessLack, string> = {
  NO_RESOURCES: 'Its resources and services are not configured.',
  NO_SERVICES: 'No customer service may be ordered on it.',
  NO_TEMPLATE: 'It has no process template.',
  TEMPLATE_NOT_PUBLISHED: 'Its process template is not published.',
  NO_SLA_INDICATORS: 'It has no SLA indicators.',
};

@ObjectType({ description: 'Something that a product lacks to be sold to group customers (WFL-73).' })
export class ReadinessFinding {
  @Field(() => ReadinessLack, { description: 'What is missing.' })
  lack!: ReadinessLack;

  @Field(() => String, { description: 'The same for people.' })
  message!: string;
}

@ObjectType({ description: 'Whether a product may be put in use for group customers, and what is missing (WFL-73).' })
export class ProductReadiness {
  @Field(() => Product, { description: 'The product.' })
  product!: Product;

  @Field(() => Boolean, { description: 'Whether it must be ready to be put in use: it is marked for group customers.' })
  required!: boolean;

  @Field(() => Boolean, { description: 'Whether nothing is missing.' })
  ready!: boolean;

  @Field(() => [ReadinessFinding], { description: 'What is missing; empty when it is ready.' })
  missing!: ReadinessFinding[];
}

/** What a product lacks to be sold to group customers, whether it is marked for them or not (WFL-73). */
export async function lacksOf(tx: Transaction, product: Product): Promise<ReadinessLack[]> {
  const own = { product: product.id };
  const indicators = await tx.em.count(SlaTemplateItem, {
    indicator: { active: true },
    template: {
      ...own,
      validity: { from: { $lte: tx.at } },
      $or: [{ validity: { to: null } }, { validity: { to: { $gt: tx.at } } }],
    },
  });
  const lacks: ReadinessLack[] = [];
  if ((await tx.em.count(ProductRequirement, own)) === 0) lacks.push(ReadinessLack.NO_RESOURCES);
  if ((await tx.em.count(ProductService, own)) === 0) lacks.push(ReadinessLack.NO_SERVICES);
  if (!product.processTemplate) lacks.push(ReadinessLack.NO_TEMPLATE);
  else if (!(await isPublished(tx, product.processTemplate))) lacks.push(ReadinessLack.TEMPLATE_NOT_PUBLISHED);
  if (indicators === 0) lacks.push(ReadinessLack.NO_SLA_INDICATORS);
  return lacks;
}

async function isPublished(tx: Transaction, { id }: ProcessTemplate): Promise<boolean> {
  const published = await tx.em.count(ProcessTemplateVersion, {
    ...{ template: id, status: ProcessVersionStatus.PUBLISHED, instanceOwn: false },
    validity: { from: { $lte: tx.at } },
    $or: [{ validity: { to: null } }, { validity: { to: { $gt: tx.at } } }],
  });
  return published > 0;
}

/** Refuses with NOT_READY, once for each thing that a product marked for group customers lacks (WFL-73). */
export async function refuseUnready(tx: Transaction, product: Product, path: InputPath): Promise<void> {
  if (!product.supervised) return;
  const lacks = await lacksOf(tx, product);
  if (lacks.length > 0)
    throw new Refusal(
      lacks.map((lack) =>
        userError('NOT_READY', `${product.code}: ${WORDS[lack]}`, path, { lack, product: product.code }),
      ),
    );
}

/** What a guard of a life cycle says of a product that is not ready; undefined when it is, or need not be. */
export async function readinessObjection(product: Product, tx: Transaction): Promise<string | undefined> {
  const lacks = product.supervised ? await lacksOf(tx, product) : [];
  return lacks.length > 0 ? `${product.code}: ${lacks.map((lack) => WORDS[lack]).join(' ')}` : undefined;
}

/** Whether a product may be put in use for group customers (WFL-73). @throws NOT_FOUND */
export function readinessOf(context: CallContext, productId: string): Promise<ProductReadiness> {
  return context.database.write(context, async (tx) => {
    const product = await found(tx, productId);
    const missing = (await lacksOf(tx, product)).map((lack) =>
      Object.assign(new ReadinessFinding(), { lack, message: WORDS[lack] }),
    );
    const ready = missing.length === 0;
    return Object.assign(new ProductReadiness(), { product, required: product.supervised, ready, missing });
  });
}

async function found(tx: Transaction, productId: string): Promise<Product> {
  try {
    return await tx.get(Product, productId, ['productId'], { lock: false });
  } catch (error) {
    if (error instanceof Refusal)
      throw codedError('NOT_FOUND', 'There is no Product with this id.', { path: ['productId'] });
    throw error;
  }
}
