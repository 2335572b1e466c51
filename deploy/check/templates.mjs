// Reads templates, and knows what belongs to them: YAML with CloudFormation's short forms, as the long forms.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const SHORT_FORMS = [
  'And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Not', 'Or', 'Select',
  'Split', 'Sub',
];

function longForm(name, value) {
  return name === 'GetAtt' && typeof value === 'string' ? { 'Fn::GetAtt': splitOnce(value, '.') } : { [`Fn::${name}`]: value };
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

function tag(name, wrap) {
  const resolved = (node) => wrap(node.toJSON ? node.toJSON() : node);
  return [
    { tag: `!${name}`, resolve: wrap },
    { tag: `!${name}`, collection: 'seq', nodeClass: undefined, resolve: resolved },
    { tag: `!${name}`, collection: 'map', nodeClass: undefined, resolve: resolved },
  ];
}

const TAGS = [
  ...SHORT_FORMS.flatMap((name) => tag(name, (value) => longForm(name, value))),
  ...tag('Ref', (value) => ({ Ref: value })),
  ...tag('Condition', (value) => ({ Condition: value })),
];

/** The templates of a folder by their files' names, the root first. */
export function readTemplates(folder) {
  return new Map(
    ['root.yaml', 'network.yaml', 'data.yaml', 'scaling.yaml', 'api.yaml'].map((file) => [file, readTemplate(join(folder, file))]),
  );
}

/** A template of a file. */
export function readTemplate(file) {
  return file.endsWith('.json') ? JSON.parse(readFileSync(file, 'utf8')) : parseTemplate(readFileSync(file, 'utf8'));
}

/** A template of a text. */
export function parseTemplate(text) {
  return parse(text, { customTags: TAGS, merge: false, uniqueKeys: true });
}

/** The name of an intrinsic function where a value is one, else undefined. */
export function intrinsic(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return undefined;
  }
  const names = Object.keys(value);
  return names.length === 1 && (names[0] === 'Ref' || names[0].startsWith('Fn::')) ? names[0] : undefined;
}
