/**
 * The settings that stand beside the main one, because one number alone would mislead: peak traffic, a truck,
 * and the other readings of which plant of a maker counts.
 */
import { isWithin } from '../access/origin-times.ts';
import { listGroupPlants } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import { iOut } from '../independence/i-out.ts';
import { countGroups, type SupplierTimes } from '../independence/supplier-times.ts';
import type { AnswerCompanion } from '../model/answer.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TrafficState } from '../model/travel.ts';
import { toSetting, type Setting } from '../network/setting.ts';
import type { Question } from './question.ts';
import { listSupplierTimes, timeScenario, type Times } from './times.ts';

interface Variant {
  readonly label: string;
  readonly setting: Setting;
  readonly groups: readonly GroupPlants[];
}

function countBy(
  suppliers: readonly SupplierTimes[],
  groups: readonly GroupPlants[],
  cutoffS: number,
): Readonly<Record<string, number>> {
  const count = (group: string): number =>
    suppliers.filter(({ timesMs }) => isWithin(timesMs.get(group) ?? Infinity, cutoffS)).length;
  return Object.fromEntries(groups.map(({ group }) => [group, count(group)]));
}

function toCompanion(question: Question, variant: Variant, times: Times): AnswerCompanion {
  const { cutoffS, toleranceS } = question;
  const suppliers = listSupplierTimes(question, times, variant.groups);
  const ids = variant.groups.map(({ group }) => group);
  return {
    label: variant.label,
    scenario: times.scenario.id,
    vehicleClass: variant.setting.vehicleClass.id,
    traffic: variant.setting.trafficState.id,
    groupChoice: Object.fromEntries(variant.groups.map(({ group, choice }) => [group, choice])),
    suppliers: suppliers.length,
    strict: countBy(suppliers, variant.groups, cutoffS),
    tolerant: countBy(suppliers, variant.groups, cutoffS + toleranceS),
    allGroups: suppliers.filter((one) => countGroups(one, ids, cutoffS) === ids.length).length,
    iOut: iOut(suppliers, ids, cutoffS),
  };
}

/** Other vehicles and traffic states than the question's own, in the order of the data set. */
function listSettings(question: Question): readonly Variant[] {
  const { dataset, setting, groups } = question;
  const vehicles = dataset.vehicleClasses.toSorted((a, b) => a.size - b.size);
  return vehicles.flatMap((vehicle) =>
    dataset.trafficStates.flatMap((state) => {
      const isSame = vehicle.id === setting.vehicleClass.id && state.id === setting.trafficState.id;
      const own = isSame && setting.clock === null;
      const choice = { vehicleClass: vehicle.id, trafficState: state.id };
      const { valueOfTimeCnyPerH } = setting;
      const label = `${vehicle.name}, ${state.name}`.toLowerCase();
      return own ? [] : [{ label, setting: toSetting(dataset, { ...choice, valueOfTimeCnyPerH }), groups }];
    }),
  );
}

/** Other choices of plant for groups with several plants in production. */
function listChoices(question: Question): readonly Variant[] {
  const { dataset, groups, setting, plantDate } = question;
  return groups.flatMap(({ group, choice }, index) => {
    const plants = listGroupPlants(dataset.plants, group, plantDate).map(({ id }) => id);
    if (plants.length < 2) return [];
    const name = dataset.header.groups.find(({ id }) => id === group)?.name ?? group;
    return ['any', 'every', ...plants]
      .filter((other) => other !== choice)
      .map((other) => {
        const chosen = {
          group,
          choice: other,
          plants: other === 'any' || other === 'every' ? plants : [other],
        };
        return { label: `${name}: ${other}`, setting, groups: groups.with(index, chosen) };
      });
  });
}

/** Every variant in every scenario; a variant of choice alone costs no further search. */
export function listCompanions(question: Question, main: readonly Times[]): readonly AnswerCompanion[] {
  const bySetting = listSettings(question).flatMap((variant) => listInSetting(question, variant));
  const byChoice = listChoices(question).flatMap((variant) =>
    listPair(question).flatMap((scenario) =>
      main
        .filter((times) => times.scenario.id === scenario.id)
        .map((times) => toCompanion(question, variant, times)),
    ),
  );
  return [...bySetting, ...byChoice];
}

/** Base and build in the slowest traffic for the same vehicle; none where that is the question's own. */
export function listSlowest(question: Question): readonly AnswerCompanion[] {
  const state = findSlowestState(question);
  const { vehicleClass } = question.setting;
  return listSettings(question)
    .filter(({ setting }) => setting.vehicleClass === vehicleClass && setting.trafficState === state)
    .flatMap((variant) => listInSetting(question, variant));
}

/** A variant in base and build, each searched once. */
function listInSetting(question: Question, variant: Variant): readonly AnswerCompanion[] {
  return listPair(question).map((scenario) =>
    toCompanion(question, variant, timeScenario(question, scenario, variant.setting, false)),
  );
}

/** The traffic state that slows a car's roads most: what free flow must be read beside. */
export function findSlowestState({ dataset }: Question): TrafficState | undefined {
  const sum = ({ factors }: TrafficState): number =>
    Object.values(factors).reduce((total, { value }) => total + value, 0);
  return dataset.trafficStates.toSorted((a, b) => sum(b) - sum(a))[0];
}

/** Base and build, once where they are the same. */
function listPair({ base, build }: Question): readonly Scenario[] {
  return base.id === build.id ? [base] : [base, build];
}
