/** `beltway fix`: what would make a verdict hold that does not. */
import { Option, type Command } from 'commander';
import {
  FIX_SHARES,
  startFix,
  toFixBlocks,
  toFixCsv,
  type FixDocument,
  type FixPart,
  type FixRequest,
  type FixRun,
} from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import type { ExitCode } from '../exit.ts';
import { nameCandidates, readCandidates, toScenarioText } from '../fix-files.ts';
import { checkFixUsage, readShareOf, toParts, toTarget, type FixOptions } from '../fix-options.ts';
import { addHelp } from '../help.ts';
import { workInPieces } from '../interrupt.ts';
import { openDataset } from '../load.ts';
import {
  addExitCodeOption,
  addGroupOptions,
  addOutputOptions,
  addSitesOption,
  addSuppliersOption,
  toRequest,
} from '../options.ts';
import { showBar, showProgress } from '../terminal.ts';
import { readMinutes, readPositive, readWords } from '../values.ts';
import { writeAnswer } from '../write.ts';

/** Adds `fix`. */
export function addFix(program: Command, end: (code: ExitCode | Promise<ExitCode>) => void): void {
  const command = program
    .command('fix [origin] [target]')
    .description(
      'what would make a verdict hold: speeds, sections, a new road; of one trip, one place or a share of suppliers',
    );
  addSitesOption(command)
    .option(
      '--build <scenario>',
      'where it should hold: id, YYYY-MM, YYYY-MM-DD or a scenario file .json (default: with the belt)',
    )
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)')
    .option('--cutoff <min>', 'the one hour, inclusive', readMinutes)
    .option(
      '--share <share>',
      `instead of a place: ${FIX_SHARES.join(', ')} or a group, e.g. 'iOut>=0.5'`,
      readShareOf,
    )
    .addOption(
      new Option(
        '--reach <what>',
        'of ORIGIN alone: a maker outside its own, or all (default: outside)',
      ).choices(['outside', 'all']),
    );
  addSuppliersOption(addGroupOptions(command))
    .option('--road [ids]', 'only: one speed on these highways or sections (alone: every highway)', readWords)
    .option('--links', 'only: one speed on a single link, every one tried')
    .option(
      '--sections [list]',
      'only: the smallest set of these sections, or of the drawn roads of a scenario file (alone: all that are not open)',
      readWords,
    )
    .option('--new-link', 'only: the shortest new road between two nodes')
    .option('--speed <km/h>', 'sign on the new road (default: 100)', readPositive)
    .option('--detour <factor>', 'its length over the straight line (default: 1.2)', readPositive)
    .option('--budget <km>', 'its greatest length (default: 50)', readPositive)
    .option('--scenario-out <file>', 'write the fix as a scenario file; needs exactly one of the four');
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'markdown']),
    'it does not hold, and nothing lawful that was tried makes it',
  );
  addHelp(command, [
    'beltway fix Z_SS_LP TOYOTA_NS',
    "beltway fix --share 'iOut>=0.5' --traffic peak --build 2010-without-belt",
    'beltway fix S042 --reach all --sections --build 2010-12',
    'beltway fix Z_SS_LP toyota --cutoff 70 --new-link --speed 120 --scenario-out road.json',
  ]);
  command.action((origin: string | undefined, target: string | undefined, options: FixOptions) =>
    end(runFix(origin, target, options)),
  );
}

const PARTS: Readonly<Record<FixPart, string>> = {
  roads: 'Speeding up roads',
  links: 'Speeding up links',
  sections: 'Opening sections: sets tried',
  'new-link': 'Drawing new roads',
};

/** Pieces between two turns of the event loop. */
const PIECE = 4;

function* advance(run: FixRun): Generator<void> {
  for (;;) {
    const { part, done, asked } = run.progress();
    if (part !== null && asked !== null) showBar(PARTS[part], done, asked);
    else if (part !== null) showProgress(`${PARTS[part]} ${done} (Ctrl-C ends it)`);
    run.advance(PIECE);
    yield;
    if (run.progress().isDone) return;
  }
}

async function runFix(
  origin: string | undefined,
  target: string | undefined,
  options: FixOptions,
): Promise<ExitCode> {
  checkFixUsage(options);
  const wanted = toTarget(origin, target, options);
  const dataset = openDataset(options);
  showProgress('Computing …');
  const { speed, detour, budget, road } = options;
  const candidates = options.sections === true ? [] : (options.sections ?? []);
  const request: FixRequest = {
    ...toRequest(dataset, options),
    ...{ target: wanted, parts: toParts(options), roads: road === true ? undefined : road },
    ...readCandidates(dataset, candidates),
    newLink: { speedKmh: speed, detour, budgetKm: budget },
  };
  const run = startFix(dataset, request);
  await workInPieces(advance(run));
  const answer = nameCandidates(nameFiles(run.document(), options), candidates);
  if (options.scenarioOut !== undefined) writeAnswer(toScenarioText(answer), options.scenarioOut);
  giveAnswer(options, {
    text: () => toFixBlocks(answer),
    json: () => answer,
    csv: () => toFixCsv(answer),
  });
  return toExitCode(options, isFixed(answer));
}

/** It holds, or something lawful makes it hold. */
function isFixed({ now, roads, links, sections, newLink }: FixDocument): boolean {
  const speeds = [...(roads?.found ?? []), ...(links?.found ?? [])];
  const others = [sections?.found ?? null, newLink?.found ?? null];
  return now.holds || speeds.some(({ law }) => law !== 'unlawful') || others.some((one) => one !== null);
}
