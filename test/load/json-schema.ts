/**
 * A small reader of JSON Schema, for the keywords our schemas use, that knows nothing of zod: an outside
 * look at what is published. A keyword it does not know is an error.
 */
type Schema = Readonly<Record<string, unknown>>;
type Rule = (value: unknown, argument: unknown, schema: Schema) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const every = (value: unknown, test: (item: unknown) => boolean): boolean =>
  !Array.isArray(value) || value.every(test);
const ignore: Rule = () => true;

function isType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}

const RULES: Readonly<Record<string, Rule>> = {
  $schema: ignore,
  description: ignore,
  type: isType,
  const: (value, only) => value === only,
  enum: (value, values) => (values as readonly unknown[]).includes(value),
  anyOf: (value, schemas) => (schemas as readonly Schema[]).some((schema) => fits(schema, value)),
  minimum: (value, least) => !isNumber(value) || value >= (least as number),
  maximum: (value, most) => !isNumber(value) || value <= (most as number),
  exclusiveMinimum: (value, least) => !isNumber(value) || value > (least as number),
  pattern: (value, pattern) => typeof value !== 'string' || new RegExp(pattern as string, 'u').test(value),
  minItems: (value, least) => !Array.isArray(value) || value.length >= (least as number),
  maxItems: (value, most) => !Array.isArray(value) || value.length <= (most as number),
  prefixItems: (value, schemas) =>
    !Array.isArray(value) ||
    (schemas as readonly Schema[]).every((schema, index) => fits(schema, value[index])),
  items: (value, schema, { prefixItems }) =>
    Array.isArray(prefixItems) ? true : every(value, (item) => fits(schema as Schema, item)),
  required: (value, keys) =>
    !isRecord(value) || (keys as readonly string[]).every((key) => Object.hasOwn(value, key)),
  properties: (value, schemas) =>
    !isRecord(value) ||
    Object.entries(schemas as Readonly<Record<string, Schema>>).every(
      ([key, schema]) => !Object.hasOwn(value, key) || fits(schema, value[key]),
    ),
  propertyNames: (value, schema) =>
    !isRecord(value) || Object.keys(value).every((key) => fits(schema as Schema, key)),
  additionalProperties: (value, schema, { properties = {} }) =>
    !isRecord(value) ||
    Object.entries(value).every(
      ([key, item]) =>
        Object.hasOwn(properties as object, key) || (schema !== false && fits(schema as Schema, item)),
    ),
};

/** True where the value obeys the schema. */
export function fits(schema: object, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    const rule = RULES[keyword];
    if (rule === undefined) throw new Error(`keyword ${keyword} is not read here`);
    return rule(value, argument, schema as Schema);
  });
}
