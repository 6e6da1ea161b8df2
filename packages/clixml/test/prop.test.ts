import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ClixmlObject, type ClixmlValue, parseClixml, prop } from '../src/index.ts';

const fixture = (name: string): ClixmlValue =>
  parseClixml(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))[0] as ClixmlValue;

const text = (value: string): ClixmlValue => ({ type: 'S', value });

test('goes along a path of properties, dictionary keys and list items', () => {
  const health = fixture('tls-settings.xml');
  expect(prop(health, 'Registry', 'TLS', '1.2', 'ServerEnabled')).toEqual({ type: 'B', value: false });
  expect(prop(fixture('references.xml'), 'List', 1, 'Name')).toEqual(text('child'));
  expect(prop(health)).toBe(health);
});

test('what is not there is undefined, what is $null is not', () => {
  const health = fixture('tls-settings.xml');
  expect(prop(health, 'registry', 'tls', '1.0', 'SERVERENABLEDVALUE')).toEqual({ type: 'Nil' });
  expect(prop(health, 'Registry', 'SSL', '1.0')).toBeUndefined();
  expect(prop(health, 'ServerName', 'Length')).toBeUndefined();
  expect(prop(health, 0)).toBeUndefined();
  expect(prop(fixture('references.xml'), 'List', 9)).toBeUndefined();
  expect(prop(text('x'), 'constructor')).toBeUndefined();
});

test('dictionary keys come before added properties, and those before properties of the type', () => {
  const object: ClixmlObject = {
    type: 'Obj',
    base: {
      type: 'DCT',
      entries: [
        [{ type: 'I32', value: 1 }, text('number')],
        [text('a'), text('key')],
      ],
    },
    adapted: new Map([
      ['a', text('adapted')],
      ['b', text('adapted')],
      ['c', text('adapted')],
    ]),
    extended: new Map([
      ['A', text('extended')],
      ['B', text('extended')],
    ]),
  };
  expect([prop(object, 'A'), prop(object, 'b'), prop(object, 'C')]).toEqual([
    text('key'),
    text('extended'),
    text('adapted'),
  ]);
  expect(prop(object, '1')).toBeUndefined();
});

test('looks into an object that is wrapped, and not at sets of members', () => {
  const inner: ClixmlObject = { type: 'Obj', extended: new Map([['x', text('in')]]) };
  const outer: ClixmlObject = {
    type: 'Obj',
    base: inner,
    extended: new Map([['x', { type: 'MS', members: new Map() }]]),
  };
  expect(prop(outer, 'x')).toEqual(text('in'));
});

// Pairs that .NET's StringComparer.OrdinalIgnoreCase was asked about.
test.each([
  ['ß', 'SS', false],
  ['ß', 'ẞ', false],
  ['ı', 'I', false],
  ['ſ', 'S', false],
  ['İ', 'i', false],
  ['\u212a', 'k', false],
  ['ς', 'Σ', true],
  ['é', 'É', true],
  ['\u1f80', '\u1f88', true],
  ['µ', '\u03bc', true],
  ['𐐀', '𐐨', false],
])('%s and %s are one name: %j', (name, asked, same) => {
  const object: ClixmlObject = { type: 'Obj', extended: new Map([[name, text('x')]]) };
  expect(prop(object, asked) !== undefined).toBe(same);
});

test('of names that differ only in case the last counts', () => {
  const object: ClixmlObject = {
    type: 'Obj',
    extended: new Map([
      ['a', text('1')],
      ['A', text('2')],
    ]),
  };
  expect(prop(object, 'a')).toEqual(text('2'));
});
