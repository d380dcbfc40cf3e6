import { describe, expect, it } from 'vitest';
import { openDataset } from '../../src/cli/load.ts';
import { openVehicleClasses } from '../../src/cli/vehicle-classes.ts';
import { readVehicleClass } from '../../src/load/vehicle-class-file.ts';

describe('vehicle classes alone', () => {
  it('are those of the data set they stand in', () => {
    expect(openVehicleClasses()).toEqual(openDataset({}).vehicleClasses);
  });

  it.each([
    ['', 'JSON'],
    ['{"schema": "beltway/vehicle-class@2"}', 'beltway/vehicle-class@1'],
  ])('are told what is wrong with %j', (text, expected) => {
    const { vehicleClass, problems } = readVehicleClass(text, 'lorry.json');
    expect(vehicleClass).toBeNull();
    expect(problems.map((one) => `${one.file} ${one.expected}`).join('\n')).toContain(expected);
  });
});
