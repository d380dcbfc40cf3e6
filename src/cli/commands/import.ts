/** `beltway import`: somebody's road map as a data set of our own. */
import { basename } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { importOsm, type ImportedNetwork, type ImportOptions, type ImportProgress } from '../../index.ts';
import { openByteFile } from '../byte-file.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { workInPieces } from '../interrupt.ts';
import {
  addImportOptions,
  finishImport,
  type ImportCommandOptions,
  toCoordinates,
} from '../import-options.ts';
import { checkTarget } from '../network-folder.ts';
import { openRules } from '../rules.ts';
import { showBar, showProgress } from '../terminal.ts';
import { openVehicleClasses } from '../vehicle-classes.ts';
import { addTableImports } from './import-tables.ts';

type End = (ending: Promise<ExitCode>) => void;

interface OsmCommandOptions extends ImportCommandOptions {
  readonly bbox?: ImportOptions['bbox'];
  readonly keepIslands?: boolean;
}

/** Adds `import` and its kinds. */
export function addImport(program: Command, end: End): void {
  const group = program.command('import').description('make a data set from a road map');
  addHelp(group, ['beltway import osm porto.osm.pbf --country PT --out porto']);
  addOsm(group, end);
  addTableImports(group, (code) => end(Promise.resolve(code)));
}

function addOsm(group: Command, end: End): void {
  const command = group
    .command('osm <file>')
    .description('an OpenStreetMap extract, .osm.pbf or .osm: roads, limits, turns, roads to come');
  addImportOptions(command)
    .option('--keep-islands', 'keep roads that do not connect both ways with the largest part')
    .option('--bbox <w,s,e,n>', 'leave out what lies outside: west, south, east, north in degrees', readBox);
  addHelp(command, [
    'beltway import osm porto.osm.pbf --country PT --out porto',
    'beltway import osm guangzhou.osm.pbf --country CN --bbox 112.9,22.5,114.1,23.9 --out gz',
  ]);
  command.action((file: string, options: OsmCommandOptions) => end(runOsm(file, options)));
}

function readBox(text: string): [number, number, number, number] {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = text.split(',').map(Number);
  const isBox = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!isBox || more.length > 0) {
    const isTurned = west > east && south < north;
    throw new InvalidArgumentError(
      `West, south, east, north in degrees expected, e.g. 113,22.5,114,23.5.${isTurned ? ' The west lies east of the east: a box over 180° is two boxes.' : ''}`,
    );
  }
  return [west, south, east, north];
}

const KIB = 1024;
const MIB = 1024 * KIB;

function showStep({ phase, done, all }: ImportProgress): void {
  if (phase === 'network') {
    showProgress('Making the network … (Ctrl-C ends it)');
    return;
  }
  const [unit, bytes] = all < 10 * MIB ? (['KiB', KIB] as const) : (['MiB', MIB] as const);
  const words = phase === 'roads' ? 'Reading roads' : 'Reading nodes';
  showBar(`${words} (${unit})`, Math.round(done / bytes), Math.max(1, Math.round(all / bytes)));
}

/** Runs an import in turns, with a bar, and hands its network on. */
async function follow(work: Generator<ImportProgress, ImportedNetwork>): Promise<ImportedNetwork> {
  const result: ImportedNetwork[] = [];
  await workInPieces(
    (function* (): Generator<void> {
      for (let step = work.next(); ; step = work.next()) {
        if (step.done === true) {
          result.push(step.value);
          return;
        }
        showStep(step.value);
        yield;
      }
    })(),
  );
  return result[0] as ImportedNetwork;
}

async function runOsm(path: string, options: OsmCommandOptions): Promise<ExitCode> {
  if (options.out !== undefined) checkTarget(options.out);
  const rules = openRules(options.rules);
  const vehicleClasses = openVehicleClasses();
  const { source, close } = openByteFile(path);
  try {
    const network = await follow(importOsm(source, rules, vehicleClasses, toImportOptions(path, options)));
    return finishImport(network, options);
  } finally {
    close();
  }
}

function toImportOptions(path: string, options: OsmCommandOptions): ImportOptions {
  return {
    title: options.title ?? basename(path).replace(/\.(?:osm|pbf|osm\.pbf)$/, ''),
    country: options.country ?? null,
    keepIslands: options.keepIslands ?? false,
    bbox: options.bbox ?? null,
    coordinates: toCoordinates(options),
  };
}
