import {
  BoolInput,
  DayInput,
  EnumInput,
  IdInput,
  Input,
  IntInput,
  ListInput,
  MoneyInput,
  ObjectInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { MaintenanceLevel, Product, ProductLine } from '../catalogue/index.js';
import { Region } from '../region/index.js';
import { DesignAction, NewProductAction } from './design.lifecycle.js';
import { DevelopmentTask } from './development-task.js';
import { NewProductRequest } from './new-product-request.js';
import { ProductDesign } from './product-design.js';

@Input('A design of a product, new or changed (PRD-96).')
export class ProductDesignSaveInput {
  @IdInput(() => ProductDesign, { description: 'The design to change; a new one when absent.', optional: true })
  designId?: string | null;

  @TextInput({ description: 'Code unique among designs, never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Working title.' })
  title!: string;

  @TextInput({ description: 'The idea.', max: 4000 })
  idea!: string;

  @TextListInput({ description: 'Features that it shall have.', optional: true, max: 100, maxText: 500 })
  features?: string[] | null;

  @TextInput({ description: 'Traits of its service.', optional: true, max: 4000 })
  serviceTraits?: string | null;

  @TextInput({ description: 'Whether and how it is feasible.', optional: true, max: 4000 })
  feasibility?: string | null;

  @TextListInput({ description: 'Names or addresses of documents.', optional: true, max: 100, maxText: 500 })
  documents?: string[] | null;

  @TextInput({ description: 'Who is responsible; the caller when absent.', optional: true, max: 100 })
  responsible?: string | null;

  @IdInput(() => ProductLine, { description: 'Line that the product shall belong to.' })
  productLineId!: string;

  @EnumInput(() => MaintenanceLevel, { description: "Level that designs it, the caller's own; never changed later." })
  level!: MaintenanceLevel;
}

@Input('A step of the design of a product (PRD-96, PRD-97).')
export class ProductDesignStepInput {
  @IdInput(() => ProductDesign, { description: 'The design.' })
  designId!: string;

  @EnumInput(() => DesignAction, { description: 'The step.' })
  action!: DesignAction;

  @IdInput(() => Product, {
    description: 'Product that it became; needed for LAUNCH, refused otherwise.',
    optional: true,
  })
  productId?: string | null;

  @TextInput({ description: 'Why; needed for ABANDON.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A task of a development, new or changed (PRD-97).')
export class DevelopmentTaskSaveInput {
  @IdInput(() => DevelopmentTask, { description: 'The task to change; a new one when absent.', optional: true })
  taskId?: string | null;

  @IdInput(() => ProductDesign, { description: 'Design that it belongs to, not launched or abandoned.' })
  designId!: string;

  @TextInput({ description: 'What is to be done.', max: 500 })
  name!: string;

  @TextInput({ description: 'Who does it.', max: 100 })
  responsible!: string;

  @DayInput({ description: 'Day on which it shall be done.' })
  dueOn!: string;

  @BoolInput({ description: 'Whether it is done; false when absent.', optional: true })
  done?: boolean | null;

  @ObjectInput(() => MoneyInput, { description: 'What it cost, not negative.', optional: true })
  cost?: MoneyInput | null;
}

@Input('What a product is expected to bring in one month after its launch (PRD-103).')
export class BenefitForecastMonthInput {
  @IntInput({ description: 'Month after the launch; each once.', min: 1, max: 120 })
  month!: number;

  @IntInput({ description: 'Customers at the end of the month.', min: 0, max: 2_000_000_000 })
  customers!: number;

  @ObjectInput(() => MoneyInput, { description: 'Revenue of the month.' })
  revenue!: MoneyInput;

  @ObjectInput(() => MoneyInput, { description: 'Cost of the month, in the same currency as every other amount.' })
  cost!: MoneyInput;
}

@Input('The forecast of a product before its launch; it takes the place of the one there was (PRD-103).')
export class BenefitForecastSetInput {
  @IdInput(() => ProductDesign, { description: 'The design, not launched or abandoned.' })
  designId!: string;

  @ListInput(() => BenefitForecastMonthInput, { description: 'The months.', min: 1, max: 120 })
  months!: BenefitForecastMonthInput[];
}

@Input('A need for which no product was found (PRD-117).')
export class NewProductRequestSendInput {
  @TextInput({ description: 'The need.', max: 2000 })
  need!: string;

  @TextInput({
    description: 'Where it comes from, such as the number of a lost opportunity; each is sent once.',
    max: 100,
  })
  source!: string;

  @IdInput(() => Region, { description: 'Region in which it arose.' })
  regionId!: string;
}

@Input('The answer to a request for a new product (PRD-117).')
export class NewProductRequestAnswerInput {
  @IdInput(() => NewProductRequest, { description: 'The request.' })
  requestId!: string;

  @EnumInput(() => NewProductAction, { description: 'The answer.' })
  action!: NewProductAction;

  @IdInput(() => Product, {
    description: 'Product that serves the need; needed for USE_EXISTING, refused otherwise.',
    optional: true,
  })
  productId?: string | null;

  @IdInput(() => ProductDesign, {
    description: 'Design that was begun; needed for DESIGN, refused otherwise.',
    optional: true,
  })
  designId?: string | null;

  @TextInput({ description: 'Why; needed for REJECT.', optional: true, max: 500 })
  reason?: string | null;
}
