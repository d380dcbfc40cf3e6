/**
 * Scenario files of older versions in the form of today's, one step a version. A step changes the form only, and what
 * is not of a version it knows is left as it is, for the check to tell.
 */

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Version 1 named the day `date` and could stand on no other scenario. */
function upgrade1({ date, ...rest }: Plain): Plain {
  return { ...rest, schema: 'beltway/scenario@2', ...(date === undefined ? {} : { base: date }) };
}

/** By the version a file has: the step to the next. */
const STEPS: Readonly<Record<string, (file: Plain) => Plain>> = { 'beltway/scenario@1': upgrade1 };

/**
 * A scenario file's value in the form of today's version.
 *
 * @example
 * upgradeScenario({ schema: 'beltway/scenario@1', id: 'x', date: '2010-12' }); // → { "id": "x", "schema": "beltway/scenario@2", "base": "2010-12" }
 */
export function upgradeScenario(value: unknown): unknown {
  let file = value;
  while (isPlain(file)) {
    const { schema } = file;
    const step = typeof schema === 'string' && Object.hasOwn(STEPS, schema) ? STEPS[schema] : undefined;
    if (step === undefined) return file;
    file = step(file);
  }
  return file;
}
