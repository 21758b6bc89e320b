import { describeEnum, EnumOf, Instant, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { Product, ProductLine } from '../catalogue/index.js';
import { Region } from '../region/index.js';

export enum DesignStatus {
  DESIGN = 'DESIGN',
  DEVELOPMENT = 'DEVELOPMENT',
  READY = 'READY',
  LAUNCHED = 'LAUNCHED',
  ABANDONED = 'ABANDONED',
}

describeEnum(DesignStatus, 'DesignStatus', 'State of the design of a product (PRD-96, PRD-97).', {
  DESIGN: 'An idea that is being thought out.',
  DEVELOPMENT: 'Found feasible; its tasks are under way.',
  READY: 'All tasks are done; it may be configured and approved.',
  LAUNCHED: 'It became a product.',
  ABANDONED: 'Given up, with a reason.',
});

@Noun({
  tag: 'ea',
  description: 'A product before it is configured: the idea, its features and whether it is feasible (PRD-96).',
})
export class ProductDesign extends Node {
  @Text({ description: 'Code unique among designs.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Working title.', access: 'search' })
  title!: string;

  @Text({ description: 'The idea.', max: 4000 })
  idea!: string;

  @TextList({ description: 'Features that it shall have.' })
  features!: string[];

  @Text({ description: 'Traits of its service, such as how it is installed and repaired.', nullable: true, max: 4000 })
  serviceTraits?: string | null;

  @Text({ description: 'Whether and how it is feasible; needed before development.', nullable: true, max: 4000 })
  feasibility?: string | null;

  @TextList({ description: 'Names or addresses of documents.' })
  documents!: string[];

  @Text({ description: 'Who is responsible, such as a staff number.', max: 100, access: 'btree' })
  responsible!: string;

  @EnumOf(() => DesignStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: DesignStatus;

  @One(() => ProductLine, {
    description: 'Line that the product shall belong to.',
    inverse: 'designs',
    inverseDescription: 'Products of the line that are being designed (PRD-96).',
  })
  productLine!: ProductLine;

  @One(() => Region, {
    description: 'Province or local network that designs it; null for the headquarters.',
    nullable: true,
    inverse: 'productDesigns',
    inverseDescription: 'Products that the province or local network designs.',
  })
  owner?: Region | null;

  @One(() => Product, {
    description: 'The product that it became; null before the launch.',
    nullable: true,
    inverse: 'designs',
    inverseDescription: 'What the product was designed from (PRD-96).',
  })
  product?: Product | null;

  @Instant({ description: 'When it was launched.', nullable: true, access: 'slow' })
  launchedAt?: Date | null;
}
