/** Files of a fix: drawn roads to choose from, and the scenario that applies it. */
import {
  quoteWord,
  readScenario,
  type BuildModification,
  type Dataset,
  type FixDocument,
  type ScenarioFile,
} from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { readTextFile } from './files.ts';
import { isScenarioFile, openScenario } from './scenario-file.ts';

/** Drawn roads of a scenario file, without those of what it stands on. Throws Failure where it cannot be read, or has none. */
function readBuilds(dataset: Dataset, file: string): readonly BuildModification[] {
  const known = openScenario(dataset, file);
  const { modifications = [] } = readScenario(known, readTextFile(file), file).file ?? {};
  const builds = modifications.filter((one) => one.kind === 'build' && one.off !== true);
  if (builds.length === 0) throw new Failure(EXIT.data, `${file}: expected roads to build, found none`);
  return builds as readonly BuildModification[];
}

/** Candidates of a list of section ids and scenario files; nothing of an empty one. */
export function readCandidates(
  dataset: Dataset,
  words: readonly string[],
): { readonly sections?: readonly string[]; readonly builds?: readonly BuildModification[] } {
  const sections = words.filter((word) => !isScenarioFile(word));
  const builds = words.filter(isScenarioFile).flatMap((file) => readBuilds(dataset, file));
  return {
    ...(sections.length === 0 ? {} : { sections }),
    ...(builds.length === 0 ? {} : { builds }),
  };
}

/** An answer whose command names the files of drawn roads that were chosen from. */
export function nameCandidates(answer: FixDocument, words: readonly string[]): FixDocument {
  const files = words.filter(isScenarioFile).flatMap((file) => ['--sections', quoteWord(file)]);
  return { ...answer, command: [answer.command, ...files].join(' ') };
}

function findFile({ roads, links, sections, newLink }: FixDocument): ScenarioFile | null {
  const speed = roads?.found[0] ?? links?.found[0];
  return speed?.sign?.scenario ?? sections?.found?.scenario ?? newLink?.found?.scenario ?? null;
}

/** Why there is no scenario. */
function toReason({ now, roads, links }: FixDocument): string {
  if (now.holds) return 'it holds already';
  const speed = roads?.found[0] ?? links?.found[0];
  return speed === undefined
    ? 'nothing that was tried does'
    : `no lawful sign brings about ${speed.kmh} km/h`;
}

/** The scenario of the one fix that was asked for, as the text of a file. Throws Failure where there is none. */
export function toScenarioText(answer: FixDocument): string {
  const file = findFile(answer);
  if (file === null) throw new Failure(EXIT.failed, `fix: no scenario was written: ${toReason(answer)}`);
  return `${JSON.stringify(file, null, 2)}\n`;
}
