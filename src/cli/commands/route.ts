/** `beltway route`: one trip, link by link, with what stands beside it. */
import type { Command } from 'commander';
import {
  applyScenario,
  findPlace,
  findRoute,
  findScenario,
  toClock,
  toRouteBlocks,
  toRouteCsv,
  toRouteDocument,
  toRouteGeoJson,
  toRouteLine,
  toSetting,
} from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { isCityQuestion, refuseScenario, runCityRoute } from '../city.ts';
import { addClockOptions, toClockRequest } from '../clock.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addCityScenarioOption,
  addContrastOptions,
  addExitCodeOption,
  addOutputOptions,
  addSettingOptions,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';

/** Adds `route`. */
export function addRoute(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('route <from> <to>')
    .description(
      'one trip: links, minutes by facility, toll, second-best and cheaper route, change against base',
    );
  addClockOptions(addSettingOptions(addContrastOptions(addCityScenarioOption(command))));
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'geojson', 'markdown']),
    'there is no way by road',
  );
  addHelp(command, [
    'beltway route Z_SS_LP TOYOTA_NS',
    'beltway route 113.05,23.28 HONDA_ZC --build 2008-12 --traffic peak --format json',
    'beltway route S001 TOYOTA_NS --arrive-by 09:00',
  ]);
  command.action((from: string, to: string, options: RouteOptions) => end(runRoute(from, to, options)));
}

interface RouteOptions extends QuestionOptions {
  readonly scenario?: string;
}

function runRoute(fromText: string, toText: string, options: RouteOptions): ExitCode {
  if (isCityQuestion(options)) return runCityRoute(fromText, toText, options);
  refuseScenario(options);
  const dataset = openDataset({ ...options, scenario: [] });
  showProgress('Computing …');
  const [from, to] = [findPlace(dataset, fromText), findPlace(dataset, toText)];
  const setting = toSetting(dataset, {
    vehicleClass: options.vehicle ?? 'car',
    trafficState: options.traffic ?? 'free',
    valueOfTimeCnyPerH: options.valueOfTime,
    clock: toClock(dataset, toClockRequest(dataset, options)),
  });
  const { defaults } = dataset.header;
  const [baseScenario, scenario] = [options.base ?? defaults.base, options.build ?? defaults.build].map(
    (id) => findScenario(dataset, id),
  );
  if (baseScenario === undefined || scenario === undefined) throw new RangeError('two scenarios');
  const answer = findRoute(dataset, scenario, setting, from.place, to.place);
  const base = findRoute(dataset, baseScenario, setting, from.place, to.place);
  const route = toRouteDocument(dataset, { from, to, answer, base });
  giveAnswer(options, {
    text: () => toRouteBlocks(route),
    json: () => route,
    csv: () => toRouteCsv(route),
    geojson: () =>
      toRouteGeoJson(
        route,
        answer.best === null ? [] : toRouteLine(applyScenario(dataset, scenario).dataset, answer.best),
      ),
  });
  return toExitCode(options, route.timeS !== null);
}
