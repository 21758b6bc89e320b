import { describe, expect, test } from '@jest/globals';
import { attributeObjection } from './attribute-objection.js';
import { offerings } from './baseline/offerings.data.js';
import { products } from './baseline/products.data.js';
import { offeringSlas, templates } from './baseline/sla.data.js';
import { AttributeDataType as D } from './product-attribute.js';
import { ProductRelationKind as R } from './product-relation.js';
import { ProductKind } from './product.js';
import { bundleObjection, relationObjection } from './relation-rules.js';
import { slaRangeObjection } from './sla-range.js';

const attribute = (dataType: D, more: { allowedValues?: string[]; min?: string; max?: string } = {}) => ({
  dataType,
  allowedValues: more.allowedValues ?? [],
  min: more.min ?? null,
  max: more.max ?? null,
});

describe('values of attributes', () => {
  test.each([
    [attribute(D.CHOICE, { allowedValues: ['512K', '2M'] }), '512K', true],
    [attribute(D.CHOICE, { allowedValues: ['512K', '2M'] }), '1M', false],
    [attribute(D.INTEGER, { min: '1', max: '100' }), 1, true],
    [attribute(D.INTEGER, { min: '1', max: '100' }), '100', true],
    [attribute(D.INTEGER, { min: '1', max: '100' }), 101, false],
    [attribute(D.INTEGER, { min: '1', max: '100' }), 0, false],
    [attribute(D.INTEGER), 1.5, false],
    [attribute(D.INTEGER), '', false],
    [attribute(D.INTEGER), null, false],
    [attribute(D.DECIMAL, { min: '0.1' }), '0.10', true],
    [attribute(D.DECIMAL, { min: '0.1' }), '0.09999999', false],
    [attribute(D.DECIMAL), 'NaN', false],
    [attribute(D.DECIMAL), Number.POSITIVE_INFINITY, false],
    [attribute(D.BOOLEAN), false, true],
    [attribute(D.BOOLEAN), 'false', false],
    [attribute(D.DATE), '2024-02-29', true],
    [attribute(D.DATE), '2023-02-29', false],
    [attribute(D.TEXT), 'x'.repeat(500), true],
    [attribute(D.TEXT), 'x'.repeat(501), false],
    [attribute(D.TEXT), { length: 1 }, false],
  ])('PRD-13 %j admits %j: %p', (template, value, admitted) => {
    expect(attributeObjection(template, value) === undefined).toBe(admitted);
  });
});

describe('relations between products', () => {
  const [phone, dsl] = [
    { code: 'PHONE', kind: ProductKind.MAIN },
    { code: 'DSL', kind: ProductKind.MAIN },
  ];
  const display = { code: 'DISPLAY', kind: ProductKind.ATTACHED };

  test('PRD-16 only a main product carries an attached one', () => {
    expect(relationObjection(phone, display, R.ATTACH, [])).toBeUndefined();
    expect(relationObjection(display, phone, R.ATTACH, [])).toMatch(/MAIN/);
    expect(relationObjection(phone, dsl, R.ATTACH, [])).toMatch(/MAIN/);
  });

  test('PRD-18 products exclude each other within one layer only', () => {
    expect(relationObjection(phone, dsl, R.EXCLUDE, [])).toBeUndefined();
    expect(relationObjection(phone, display, R.EXCLUDE, [])).toMatch(/layer/);
    expect(relationObjection(phone, phone, R.EXCLUDE, [])).toMatch(/itself/);
  });

  test('PRD-19 dependencies form no circle', () => {
    const fibre = { code: 'FIBRE', kind: ProductKind.MAIN };
    const present = [
      { from: 'DSL', to: 'FIBRE', kind: R.DEPEND },
      { from: 'FIBRE', to: 'PHONE', kind: R.DEPEND },
    ];
    expect(relationObjection(phone, dsl, R.DEPEND, present)).toMatch(/circle/);
    expect(relationObjection(dsl, phone, R.DEPEND, present)).toBeUndefined();
    expect(relationObjection(dsl, fibre, R.EXCLUDE, present)).toMatch(/exclude/);
    expect(relationObjection(fibre, dsl, R.EXCLUDE, present)).toMatch(/exclude/);
  });

  test('PRD-56 a bundle holds nothing that excludes, and all that is needed', () => {
    const relations = [
      { from: 'A', to: 'B', kind: R.EXCLUDE },
      { from: 'C', to: 'D', kind: R.DEPEND },
      { from: 'A', to: 'E', kind: R.ATTACH, required: true },
      { from: 'A', to: 'F', kind: R.ATTACH, required: false },
    ];
    expect(bundleObjection(['A', 'B', 'E'], relations)).toBe('A and B exclude each other.');
    expect(bundleObjection(['A', 'E', 'C'], relations)).toBe('C needs D.');
    expect(bundleObjection(['C'], relations)).toBeUndefined();
    expect(bundleObjection(['A'], relations)).toBe('A always comes with E.');
    expect(bundleObjection(['A', 'E', 'C', 'D'], relations)).toBeUndefined();
  });
});

test.each([
  [{ min: '99', max: '99.999', allowedValues: [] }, '99.9', true],
  [{ min: '99', max: '99.999', allowedValues: [] }, '99.9999', false],
  [{ min: '99', max: null, allowedValues: [] }, '98.99', false],
  [{ min: null, max: null, allowedValues: ['4', '8'] }, '4.0', true],
  [{ min: null, max: null, allowedValues: ['4', '8'] }, '6', false],
])('PRD-59 the range %j admits %s: %p', (range, value, admitted) => {
  expect(slaRangeObjection(range, value) === undefined).toBe(admitted);
});

describe('the data of the baseline', () => {
  test('PRD-13 PRD-37 values that offerings fix fit the templates of their products', () => {
    for (const { code, components } of offerings) {
      for (const { product, fixedValues = {} } of components) {
        const template = products.find((each) => each.code === product)?.attributes ?? [];
        for (const [name, value] of Object.entries(fixedValues)) {
          const found = template.find((each) => each.code === name);
          if (!found) throw new Error(`${code} fixes ${name}, which ${product} does not have.`);
          expect(
            attributeObjection(
              attribute(found.dataType, { ...found, allowedValues: [...(found.allowedValues ?? [])] }),
              value,
            ),
          ).toBeUndefined();
        }
      }
    }
  });

  test('PRD-59 promises of offerings lie in the ranges of their products', () => {
    for (const { code, template, items } of offeringSlas) {
      for (const [indicator, value] of items) {
        const range = templates.find((each) => each.code === template)?.items.find(([name]) => name === indicator);
        if (!range) throw new Error(`${code} promises ${indicator}, which ${template} does not have.`);
        expect(slaRangeObjection({ min: range[1], max: range[2], allowedValues: [] }, value)).toBeUndefined();
      }
    }
  });

  test('PRD-33 proposed pieces lie between the smallest and the largest number', () => {
    const pieces = offerings.flatMap((offering) =>
      offering.components.map((component) => component.pieces ?? [1, 1, 1]),
    );
    expect(pieces.filter(([min, proposed, max]) => min > proposed || proposed > max || max < 1)).toEqual([]);
  });
});
