import { Field, ObjectType } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { Json } from '../../kernel/model/index.js';
import { layOut, xmlElement, xmlText } from '../../kernel/process/diagram/index.js';
import { fill, type FilledPart, keyOf, sourcesOf } from './fill.js';
import { seen } from './form-access.js';
import { FormKit, type FormKitRelation } from './form-kit.js';
import { kitModel } from './form-kit.service.js';
import { objectOf } from './run-test.js';

@ObjectType({ description: 'A field of a kit, in its topology (OPS-11).' })
export class FormTopologyNode {
  @Field(() => String, { description: 'Field, such as `order.amount`.' })
  field!: string;

  @Field(() => String, { description: 'Its label.' })
  label!: string;
}

@ObjectType({ description: 'That a field bears on another (OPS-11).' })
export class FormTopologyEdge {
  @Field(() => String, { description: 'Kind of the relation; `FORMULA` within a template.' })
  kind!: string;

  @Field(() => String, { description: 'Field that it goes from.' })
  from!: string;

  @Field(() => String, { description: 'Field that it goes to.' })
  to!: string;
}

@ObjectType({ description: 'The graph of the fields of a kit (OPS-11).' })
export class FormTopology {
  @Field(() => [FormTopologyNode], { description: 'Fields of its templates.' })
  nodes!: FormTopologyNode[];

  @Field(() => [FormTopologyEdge], { description: 'Which field bears on which.' })
  edges!: FormTopologyEdge[];

  @Field(() => String, { description: 'The graph as an SVG document.' })
  svg!: string;
}

@ObjectType({ description: 'A value that contradicts a kit (OPS-11).' })
export class FormContradiction {
  @Field(() => String, { description: 'Field.' })
  field!: string;

  @Field(() => String, {
    description: '`BAD_VALUE`, `CHECK_FAILED`, `DIFFERENT` from what a relation gives, or `NOT_APPLICABLE`.',
  })
  code!: string;
}

@ObjectType({ description: 'What follows from the values that are filled so far (OPS-11).' })
export class FormGuide {
  @Field(() => Json, { description: 'All values that are known now, by field.' })
  values!: object;

  @Field(() => [String], { description: 'Fields whose value came from a relation or formula.' })
  derived!: string[];

  @Field(() => [String], { description: 'Fields that are still to be filled.' })
  missing!: string[];

  @Field(() => [FormContradiction], { description: 'What cannot be so.' })
  contradictions!: FormContradiction[];
}

/** The graph of a kit (OPS-11). @throws NOT_FOUND */
export async function topologyOf(context: CallContext, kitId: string): Promise<FormTopology> {
  const kit = await seen(context, FormKit, kitId, ['kitId']);
  const { parts, relations } = await kitModel(context.database.orm.em.fork(), kit.id);
  const nodes = parts.flatMap(({ alias, controls }) =>
    controls.map(({ code, label }) => ({ field: keyOf(alias, code), label })),
  );
  const edges = edgesOf(parts, relations);
  return { nodes, edges, svg: draw(kit.name, nodes, edges) };
}

function edgesOf(parts: readonly FilledPart[], relations: readonly FormKitRelation[]): FormTopologyEdge[] {
  const direct = relations.flatMap(({ kind, from, to }) => (from ? [{ kind: kind as string, from, to }] : []));
  const read = sourcesOf(parts, relations).flatMap(({ to, reads, within }) => {
    const kind =
      within === null ? (relations.find((each) => each.to === to && each.formula)?.kind ?? 'DERIVE') : 'FORMULA';
    return reads.map((from) => ({ kind, from, to }));
  });
  const known = new Set<string>();
  return [...direct, ...read].filter(({ kind, from, to }) => {
    const key = `${kind} ${from} ${to}`;
    return !known.has(key) && known.add(key);
  });
}

const BOX = { width: 150, height: 40 };

function draw(title: string, nodes: readonly FormTopologyNode[], edges: readonly FormTopologyEdge[]): string {
  const { boxes, routes, width, height } = layOut(
    nodes.map(({ field }) => ({ id: field, ...BOX })),
    edges,
  );
  const lines = edges.map(({ kind, from, to }, index) => {
    const points = (routes[index] ?? []).map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' ');
    const named = xmlElement('title', {}, xmlText(`${from} → ${to}: ${kind}`));
    return xmlElement('g', {}, [named, xmlElement('polyline', { points, fill: 'none', stroke: '#555' })]);
  });
  const fields = nodes.map(({ field, label }) => {
    const { x, y } = boxes.get(field)!;
    const at = { x: Math.round(x), y: Math.round(y) };
    return xmlElement('g', { 'data-field': field }, [
      xmlElement('title', {}, xmlText(label)),
      xmlElement('rect', { ...at, ...BOX, fill: '#fff', stroke: '#333' }),
      xmlElement('text', { x: at.x + 8, y: at.y + 24, 'font-size': 12, 'font-family': 'sans-serif' }, xmlText(field)),
    ]);
  });
  return xmlElement(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: Math.round(width), height: Math.round(height) },
    [xmlElement('title', {}, xmlText(title)), ...lines, ...fields],
  );
}

/** What derives, what is missing and what contradicts, of the values filled so far (OPS-11). @throws NOT_FOUND */
export async function guideFor(context: CallContext, kitId: string, values: unknown): Promise<FormGuide> {
  const kit = await seen(context, FormKit, kitId, ['kitId']);
  const { parts, relations } = await kitModel(context.database.orm.em.fork(), kit.id);
  return fill(parts, relations, objectOf(values));
}
