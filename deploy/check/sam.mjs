import { intrinsic } from './templates.mjs';

// Does to AWS::Serverless::Function what the transform AWS::Serverless-2016-10-31 does, for the properties that api.yaml uses:
// the published schema of that resource is years behind the transform, while a function, a version and an alias have
// schemas of today. A property that is not known here is refused, so that none goes unchecked.

const PASSED_ON = [
  'Architectures', 'Description', 'Environment', 'Handler', 'LoggingConfig', 'MemorySize', 'ReservedConcurrentExecutions',
  'Role', 'Runtime', 'SnapStart', 'Timeout', 'VpcConfig',
];
const CONSUMED = ['AutoPublishAlias', 'AutoPublishAliasAllProperties', 'CodeUri', 'VersionDescription'];

/** The template without its transform; problems go to the given list. */
export function expand(template, problems) {
  const { Transform: transform, Globals: globals = {}, ...rest } = template;
  if (transform === undefined) {
    return template;
  }
  for (const section of Object.keys(globals)) {
    if (section !== 'Function') {
      problems.push(`Globals.${section}: not known to this check`);
    }
  }
  const resources = {};
  for (const [id, resource] of Object.entries(rest.Resources)) {
    if (resource.Type === 'AWS::Serverless::Function') {
      Object.assign(resources, expandFunction(id, resource, globals.Function ?? {}, problems));
    } else if (resource.Type.startsWith('AWS::Serverless::')) {
      problems.push(`${id}: ${resource.Type} is not known to this check`);
    } else {
      resources[id] = resource;
    }
  }
  return withReferences({ ...rest, Resources: resources }, template.Resources);
}

function expandFunction(id, resource, globals, problems) {
  const { Type: type, Properties: own, ...attributes } = resource;
  const properties = merge(globals, own);
  for (const name of Object.keys(properties)) {
    if (!PASSED_ON.includes(name) && !CONSUMED.includes(name)) {
      problems.push(`${id}: ${type} has no property ${name} that this check knows`);
    }
  }
  if (typeof properties.CodeUri !== 'string') {
    problems.push(`${id}: CodeUri must be a path in plain sight, else packaging passes it by`);
  }
  const passedOn = Object.fromEntries(Object.entries(properties).filter(([name]) => PASSED_ON.includes(name)));
  const condition = attributes.Condition === undefined ? {} : { Condition: attributes.Condition };
  const alias = properties.AutoPublishAlias;
  return {
    [id]: {
      Type: 'AWS::Lambda::Function',
      ...attributes,
      Properties: { ...passedOn, Code: { S3Bucket: 'packaged', S3Key: properties.CodeUri } },
    },
    [`${id}Version`]: {
      Type: 'AWS::Lambda::Version',
      ...condition,
      DeletionPolicy: 'Retain',
      Properties: {
        FunctionName: { Ref: id },
        ...(properties.VersionDescription === undefined ? {} : { Description: properties.VersionDescription }),
      },
    },
    [`${id}Alias${alias}`]: {
      Type: 'AWS::Lambda::Alias',
      ...condition,
      Properties: {
        Name: alias,
        FunctionName: { Ref: id },
        FunctionVersion: { 'Fn::GetAtt': [`${id}Version`, 'Version'] },
      },
    },
  };
}

// Maps are merged, anything else is replaced: the rule of the Globals section.
function merge(globals, own) {
  const merged = { ...globals };
  for (const [name, value] of Object.entries(own)) {
    merged[name] = mergeable(value) && mergeable(merged[name]) ? merge(merged[name], value) : value;
  }
  return merged;
}

function mergeable(value) {
  return isMap(value) && intrinsic(value) === undefined;
}

function isMap(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

// "Ref: X.Alias" and "Ref: X.Version" name what the transform has made.
function withReferences(value, resources) {
  if (Array.isArray(value)) {
    return value.map((element) => withReferences(element, resources));
  }
  if (!isMap(value)) {
    return value;
  }
  if (typeof value.Ref === 'string' && value.Ref.includes('.')) {
    const [id, made] = value.Ref.split('.');
    return { Ref: made === 'Alias' ? `${id}Aliaslive` : `${id}${made}` };
  }
  return Object.fromEntries(Object.entries(value).map(([name, element]) => [name, withReferences(element, resources)]));
}
