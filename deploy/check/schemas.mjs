// Holds resources against CloudFormation's published schemas: known types, known properties, required properties, types and
// allowed values, through every branch of every intrinsic function.
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { intrinsic } from './templates.mjs';

const ABSENT = Symbol('absent');
const PSEUDO_PARAMETERS = [
  'AWS::AccountId', 'AWS::NoValue', 'AWS::Partition', 'AWS::Region', 'AWS::StackId', 'AWS::StackName', 'AWS::URLSuffix',
];
const TEXT_FUNCTIONS = ['Fn::Base64', 'Fn::Join', 'Fn::Sub'];
const LIST_FUNCTIONS = ['Fn::Cidr', 'Fn::GetAZs', 'Fn::Split'];
const SOME_STRING = Symbol('some string');
const SOME_LIST = Symbol('some list');
const ANYTHING = Symbol('anything');

/** The published schemas. Loading them takes half a second. */
export async function loadSchemas() {
  return new Schemas(await loadAwsServiceSpec());
}

class Schemas {
  constructor(database) {
    this.database = database;
  }

  /** What is wrong with a template that has no transform, one line each. */
  check(template) {
    const problems = [];
    for (const [id, resource] of Object.entries(template.Resources)) {
      const schema = this.schema(resource.Type);
      if (schema === undefined) {
        problems.push(`${id}: there is no resource type ${resource.Type}`);
        continue;
      }
      const open = resource.Type.startsWith('Custom::');
      new ResourceCheck(this, template, problems).properties(schema.properties, resource.Properties ?? {}, id, open);
    }
    this.checkAttributes(template.Resources, template, 'Resources', problems);
    this.checkAttributes(template.Outputs ?? {}, template, 'Outputs', problems);
    return problems;
  }

  schema(type) {
    const name = type.startsWith('Custom::') ? 'AWS::CloudFormation::CustomResource' : type;
    return this.database.lookup('resource', 'cloudFormationType', 'equals', name)[0];
  }

  definition(reference) {
    return this.database.get('typeDefinition', reference);
  }

  checkAttributes(value, template, path, problems) {
    if (value === null || typeof value !== 'object') {
      return;
    }
    if (intrinsic(value) === 'Fn::GetAtt') {
      const [id, attribute] = value['Fn::GetAtt'];
      const type = template.Resources[id]?.Type;
      if (type === undefined) {
        problems.push(`${path}: there is no resource ${id}`);
      } else if (!this.hasAttribute(type, attribute)) {
        problems.push(`${path}: ${type} has no attribute ${attribute}`);
      }
    }
    for (const [name, element] of Object.entries(value)) {
      this.checkAttributes(element, template, `${path}.${name}`, problems);
    }
  }

  hasAttribute(type, attribute) {
    return (
      (type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) ||
      type.startsWith('Custom::') ||
      attribute in this.schema(type).attributes
    );
  }
}

class ResourceCheck {
  constructor(schemas, template, problems) {
    this.schemas = schemas;
    this.template = template;
    this.problems = problems;
  }

  properties(schema, actual, path, open = false) {
    for (const [name, property] of Object.entries(schema)) {
      const values = name in actual ? this.values(actual[name]) : [ABSENT];
      if (property.required && values.includes(ABSENT)) {
        this.problems.push(`${path}: ${name} is required`);
      }
    }
    for (const [name, value] of Object.entries(actual)) {
      if (name in schema) {
        const { type, previousTypes = [] } = schema[name];
        this.value({ type: 'union', types: [type, ...previousTypes] }, value, `${path}.${name}`);
      } else if (!open) {
        this.problems.push(`${path}: there is no property ${name}`);
      }
    }
  }

  // Every value that a value may turn out to be.
  values(value) {
    switch (intrinsic(value)) {
      case undefined:
        return [value];
      case 'Ref':
        return this.referred(value.Ref);
      case 'Fn::If':
        return value['Fn::If'].slice(1).flatMap((branch) => this.values(branch));
      case 'Fn::FindInMap':
        return Object.values(this.template.Mappings[value['Fn::FindInMap'][0]]).map((row) => row[value['Fn::FindInMap'][2]]);
      case 'Fn::Select':
        return [ANYTHING];
      case 'Fn::GetAtt':
        return [SOME_STRING];
      default:
        if (TEXT_FUNCTIONS.includes(intrinsic(value))) {
          return [SOME_STRING];
        }
        if (LIST_FUNCTIONS.includes(intrinsic(value))) {
          return [SOME_LIST];
        }
        this.problems.push(`there is no function ${intrinsic(value)} that this check knows`);
        return [ANYTHING];
    }
  }

  referred(name) {
    if (name === 'AWS::NoValue') {
      return [ABSENT];
    }
    const parameter = this.template.Parameters?.[name];
    if (parameter === undefined) {
      if (!PSEUDO_PARAMETERS.includes(name) && this.template.Resources[name] === undefined) {
        this.problems.push(`there is no parameter or resource ${name}`);
      }
      return [SOME_STRING];
    }
    const known = parameter.AllowedValues ?? [parameter.Default ?? parameter.MinValue ?? SOME_STRING];
    // Parameters are texts to CloudFormation, which makes of them what a property takes.
    return known.map((value) => new Parameter(name, value));
  }

  value(type, value, path) {
    for (const possible of this.values(value)) {
      const faults = this.faults(type, possible, path);
      this.problems.push(...faults);
    }
  }

  faults(type, value, path) {
    if (value === ABSENT || value === ANYTHING) {
      return [];
    }
    if (type.type === 'union') {
      let fewest;
      // Where a list has a schema, "any JSON" beside it is for other forms.
      const members = type.types.flatMap((one) => (one.type === 'union' ? one.types : [one]));
      const listed = Array.isArray(value) && members.some((member) => member.type === 'array');
      for (const member of members) {
        if (listed && member.type === 'json') {
          continue;
        }
        const faults = this.faults(member, value, path);
        if (faults.length === 0) {
          return [];
        }
        fewest = fewest === undefined || faults.length < fewest.length ? faults : fewest;
      }
      return fewest;
    }
    switch (type.type) {
      case 'json':
        return typeof value === 'object' || value === SOME_STRING ? [] : [`${path}: must be an object`];
      case 'tag':
        return isMap(value) ? this.nested({ Key: { type: { type: 'string' }, required: true }, Value: { type: { type: 'string' }, required: true } }, value, path) : [`${path}: must be a tag`];
      case 'ref': {
        const definition = this.schemas.definition(type.reference);
        return isMap(value) ? this.nested(definition.properties, value, path) : [`${path}: must be a ${definition.name}`];
      }
      case 'array':
        if (value === SOME_LIST) {
          return [];
        }
        return Array.isArray(value)
          ? value.flatMap((element, index) => this.element(type.element, element, `${path}[${index}]`))
          : [`${path}: must be a list`];
      case 'map':
        return isMap(value)
          ? Object.entries(value).flatMap(([name, element]) => this.element(type.element, element, `${path}.${name}`))
          : [`${path}: must be an object`];
      default:
        return scalarFaults(type, value, path);
    }
  }

  element(type, value, path) {
    return this.values(value).flatMap((possible) => this.faults(type, possible, path));
  }

  nested(properties, value, path) {
    const inner = new ResourceCheck(this.schemas, this.template, []);
    inner.properties(properties, value, path);
    return inner.problems;
  }
}

class Parameter {
  constructor(name, value) {
    this.name = name;
    this.value = value;
  }
}

function isMap(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Parameter);
}

function scalarFaults(type, value, path) {
  const bare = value instanceof Parameter ? value.value : value;
  const source = value instanceof Parameter ? ` (the parameter ${value.name})` : '';
  if (bare === SOME_STRING) {
    return [];
  }
  const refused = [`${path}: must be ${type.type === 'integer' ? 'an' : 'a'} ${type.type}, not ${JSON.stringify(bare)}${source}`];
  const text = value instanceof Parameter ? String(bare) : bare;
  switch (type.type) {
    case 'string':
    case 'date-time':
      if (typeof text !== 'string') {
        return refused;
      }
      break;
    case 'boolean':
      if (typeof bare !== 'boolean' && !(value instanceof Parameter && /^(true|false)$/.test(text))) {
        return refused;
      }
      break;
    case 'integer':
    case 'number':
      if (typeof bare !== 'number' && !(value instanceof Parameter && /^\d+(\.\d+)?$/.test(text))) {
        return refused;
      }
      if (type.type === 'integer' && !Number.isInteger(Number(bare))) {
        return refused;
      }
      break;
    default:
      return [`${path}: ${type.type} is not a type that this check knows`];
  }
  if (type.allowedValues !== undefined && !type.allowedValues.map(String).includes(String(bare))) {
    return [`${path}: must be one of ${type.allowedValues.join(', ')}, not ${JSON.stringify(bare)}${source}`];
  }
  return [];
}
