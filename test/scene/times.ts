/**
 * Times in a scene between any two of its letters: sites are left and reached over connectors, nodes are
 * vertices of the network. Where both are sites, matrix cell and route are asked as well and must agree.
 */
import { expect } from 'vitest';
import { findRoute } from '../../src/matrix/route.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Place } from '../../src/network/connectors.ts';
import { buildNetwork, type Network } from '../../src/network/network.ts';
import { toSetting, type Setting, type SettingChoice } from '../../src/network/setting.ts';
import { toPath } from '../../src/routing/path.ts';
import { searchTree } from '../../src/routing/tree.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { NOW } from './dataset.ts';
import type { Scene } from './scene.ts';
import { readCells } from './table.ts';

export interface Question {
  readonly scenario?: Scenario;
  readonly setting?: Partial<SettingChoice>;
}

const MS_PER_MINUTE = 60_000;

/** Car in free flow unless the question says otherwise. */
export function toSceneSetting(scene: Scene, choice: Partial<SettingChoice> = {}): Setting {
  return toSetting(scene.dataset, { vehicleClass: 'car', trafficState: 'free', ...choice });
}

export function getSite(scene: Scene, letter: string): Place {
  const site = scene.sites.get(letter);
  if (site === undefined) throw new Error(`${letter} is no site of the map`);
  return site;
}

function getVertex(network: Network, scene: Scene, letter: string, side: '>' | '<'): number {
  const vertex = network.vertexByName.get(scene.sites.has(letter) ? side + letter : letter);
  if (vertex === undefined) throw new Error(`${letter} is not in the network`);
  return vertex;
}

function checkOneTruth(scene: Scene, question: Question, from: string, to: string, timeMs: number): void {
  if (!scene.sites.has(from) || !scene.sites.has(to)) return;
  const { scenario = NOW } = question;
  const setting = toSceneSetting(scene, question.setting);
  const [origin, destination] = [getSite(scene, from), getSite(scene, to)];
  const cell = skim(scene.dataset, scenario, setting, [origin], [destination]).find(from, to);
  const { best } = findRoute(scene.dataset, scenario, setting, origin, destination);
  expect(cell.timeMs, `cell ${from}→${to}`).toBe(timeMs);
  expect(best?.timeMs ?? Infinity, `route ${from}→${to}`).toBe(timeMs);
  if (best === null) return;
  const parts = [best.access, ...best.steps, best.egress];
  expect(
    parts.reduce((sum, part) => sum + part.timeMs, 0),
    `steps ${from}→${to}`,
  ).toBe(timeMs);
  expect(
    parts.reduce((sum, part) => sum + part.lengthMm, 0),
    `metres ${from}→${to}`,
  ).toBe(cell.lengthMm);
}

/** Milliseconds from one letter to another; Infinity = unreachable. */
export function findTimeMs(scene: Scene, from: string, to: string, question: Question = {}): number {
  const state = applyScenario(scene.dataset, question.scenario ?? NOW);
  const setting = toSceneSetting(scene, question.setting);
  const network = buildNetwork(scene.dataset, state, setting, [...scene.sites.values()]);
  const tree = searchTree(network.graph, getVertex(network, scene, from, '>'));
  const path = toPath(network.graph, tree, getVertex(network, scene, to, '<'));
  const timeMs =
    path === null ? Infinity : path.reduce((sum, edge) => sum + (network.timeMs[edge] ?? NaN), 0);
  checkOneTruth(scene, question, from, to, timeMs);
  return timeMs;
}

/**
 * A table of minutes with its figures replaced by those of the scene: first row and column are letters, as
 * many decimals as are written, `-` = unreachable, an empty cell is not asked. A right table comes back as it
 * was.
 */
export function fillMinutes(scene: Scene, table: string, question: Question = {}): string {
  const [[, ...targets] = []] = readCells(table);
  const lines = table.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines.map((line, i) => (i <= first ? line : fillLine(scene, line, targets, question))).join('\n');
}

function fillLine(scene: Scene, line: string, targets: readonly string[], question: Question): string {
  const cells = line.split('|');
  const from = cells[1]?.trim() ?? '';
  return cells
    .map((cell, i) => {
      const to = targets[i - 2];
      if (to === undefined || cell.trim() === '') return cell;
      const text = toMinutes(findTimeMs(scene, from, to, question), cell.trim());
      return ` ${text} `.padEnd(cell.length);
    })
    .join('|');
}

/** Minutes with the decimals of a sample. */
function toMinutes(timeMs: number, sample: string): string {
  return timeMs === Infinity ? '-' : (timeMs / MS_PER_MINUTE).toFixed(sample.split('.')[1]?.length ?? 0);
}

/** Ids of the links of the best route between two sites. */
export function findLinks(
  scene: Scene,
  from: string,
  to: string,
  question: Question = {},
): readonly string[] {
  const setting = toSceneSetting(scene, question.setting);
  const [origin, destination] = [getSite(scene, from), getSite(scene, to)];
  const { best } = findRoute(scene.dataset, question.scenario ?? NOW, setting, origin, destination);
  return best?.steps.map(({ link }) => link) ?? [];
}
