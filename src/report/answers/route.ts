/** One trip as the answer `beltway/route@1`: best route, what stands beside it, what changed against base. */
import { toAnswerClock } from '../../answer/answer-clock.ts';
import type { AnswerClock } from '../../model/answer.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Route, RouteAnswer, RouteConnector, RouteStep } from '../../matrix/route.ts';
import { FEN_PER_CNY, MM_PER_M, MS_PER_SECOND } from '../../units.ts';
import { toSecondsEach } from './units.ts';
import { toDataName, type DataName, type ScenarioName } from './names.ts';
import type { KnownPlace } from '../../answer/place.ts';
import { toNamedPlace, type NamedPlace } from '../place.ts';

/** Level of service in the units of every answer; null = unreachable. */
export interface RouteSum {
  readonly timeS: number | null;
  readonly lengthM: number | null;
  readonly tollCny: number | null;
}

export interface RouteLink {
  readonly id: string;
  readonly highway: string;
  readonly section: string;
  readonly facility: string;
  readonly nameEn: string;
  readonly nameZh: string | null;
  readonly refNow: string | null;
  readonly refOld: string | null;
  readonly from: string;
  readonly to: string;
  readonly fromShare: number;
  readonly toShare: number;
  readonly timeS: number;
  readonly lengthM: number;
  readonly tollCny: number;
  readonly lengthBasis: string;
  readonly plaza: string | null;
  readonly belt: boolean;
}

export interface RouteEnd {
  readonly place: string;
  /** Feature the connector joins, and the share of its drawn length before that point. */
  readonly feature: string;
  readonly share: number;
  readonly timeS: number;
  readonly lengthM: number;
}

export interface RouteDocument extends RouteSum {
  readonly schema: 'beltway/route@1';
  readonly data: DataName;
  readonly scenario: ScenarioName;
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly valueOfTimeCnyPerH: number | null;
  readonly clock: AnswerClock | null;
  readonly from: NamedPlace;
  readonly to: NamedPlace;
  readonly estimatedShare: number | null;
  readonly townChainShare: number | null;
  readonly viaBeltM: number | null;
  readonly byFacilityS: Readonly<Record<string, number>> | null;
  readonly access: RouteEnd | null;
  readonly egress: RouteEnd | null;
  readonly links: readonly RouteLink[];
  /** Departure in seconds after midnight, below 0 on the day before; null without a clock. */
  readonly departS: number | null;
  /** Waiting before roads that are banned at the hour. */
  readonly waits: readonly {
    readonly link: string;
    readonly nameEn: string;
    readonly waitS: number;
    readonly untilS: number;
  }[];
  /** Ids of bans without which another route would be the fastest. */
  readonly avoids: readonly string[];
  /** Fastest route that shares little of the best one. */
  readonly secondBest:
    | (RouteSum & { readonly sharedShare: number; readonly links: readonly string[] })
    | null;
  /** Least toll within the allowed extra time. */
  readonly cheaper:
    | (RouteSum & {
        readonly savedCny: number;
        readonly extraS: number;
        readonly breakEvenCnyPerH: number | null;
        readonly links: readonly string[];
      })
    | null;
  /** The same trip in the base scenario; null where none was asked for. */
  readonly base:
    | (RouteSum & {
        readonly scenario: string;
        readonly changeS: number | null;
        readonly linksGained: readonly string[];
        readonly linksLost: readonly string[];
      })
    | null;
}

/** What a route document is made of; `base` is the same trip in the base scenario, or null. */
export interface RouteInput {
  readonly from: KnownPlace;
  readonly to: KnownPlace;
  readonly answer: RouteAnswer;
  readonly base: RouteAnswer | null;
}

/** The document of a route. */
export function toRouteDocument(dataset: Dataset, { from, to, answer, base }: RouteInput): RouteDocument {
  const { scenario, setting, best } = answer;
  return {
    schema: 'beltway/route@1',
    data: toDataName(dataset),
    scenario: { id: scenario.id, title: scenario.title, date: scenario.date },
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    valueOfTimeCnyPerH: setting.valueOfTimeCnyPerH,
    clock: toAnswerClock(setting),
    from: toNamedPlace(from),
    to: toNamedPlace(to),
    ...toSum(best),
    estimatedShare: best === null ? null : best.estimatedMs / best.timeMs,
    townChainShare: best === null ? null : best.townChainMs / best.timeMs,
    viaBeltM: best === null ? null : best.viaBeltMm / MM_PER_M,
    byFacilityS: best === null ? null : toSecondsEach(best.byFacilityMs),
    access: best === null ? null : toEnd(best.access),
    egress: best === null ? null : toEnd(best.egress),
    links: best?.steps.map(toLink) ?? [],
    departS: best === null || best.departMs === null ? null : best.departMs / MS_PER_SECOND,
    waits: (best?.waits ?? []).map(({ link, nameEn, waitMs, untilMs }) => {
      return { link, nameEn, waitS: waitMs / MS_PER_SECOND, untilS: untilMs / MS_PER_SECOND };
    }),
    avoids: answer.avoids,
    secondBest: toSecondBest(answer),
    cheaper: toCheaper(answer),
    base: base === null ? null : toBase(answer, base),
  };
}

function toSum(route: Route | null): RouteSum {
  if (route === null) return { timeS: null, lengthM: null, tollCny: null };
  return {
    timeS: route.timeMs / MS_PER_SECOND,
    lengthM: route.lengthMm / MM_PER_M,
    tollCny: route.tollFen / FEN_PER_CNY,
  };
}

function toEnd({ place, featureId, share, timeMs, lengthMm }: RouteConnector): RouteEnd {
  return { place, feature: featureId, share, timeS: timeMs / MS_PER_SECOND, lengthM: lengthMm / MM_PER_M };
}

function toLink(step: RouteStep): RouteLink {
  return {
    id: step.link,
    highway: step.highway,
    section: step.section,
    facility: step.facility,
    nameEn: step.nameEn,
    nameZh: step.nameZh,
    refNow: step.refNow,
    refOld: step.refOld,
    from: step.from,
    to: step.to,
    fromShare: step.fromShare,
    toShare: step.toShare,
    timeS: step.timeMs / MS_PER_SECOND,
    lengthM: step.lengthMm / MM_PER_M,
    tollCny: step.tollFen / FEN_PER_CNY,
    lengthBasis: step.lengthBasis,
    plaza: step.plaza,
    belt: step.belt,
  };
}

const listLinkIds = (route: Route): readonly string[] => route.steps.map(({ link }) => link);

function toSecondBest({ best, secondBest }: RouteAnswer): RouteDocument['secondBest'] {
  if (best === null || secondBest === null) return null;
  const { route, sharedMs } = secondBest;
  return { ...toSum(route), sharedShare: sharedMs / best.timeMs, links: listLinkIds(route) };
}

function toCheaper({ cheaper }: RouteAnswer): RouteDocument['cheaper'] {
  if (cheaper === null) return null;
  const { route, savedFen, extraMs, breakEvenCnyPerH } = cheaper;
  return {
    ...toSum(route),
    savedCny: savedFen / FEN_PER_CNY,
    extraS: extraMs / MS_PER_SECOND,
    breakEvenCnyPerH: Number.isFinite(breakEvenCnyPerH) ? breakEvenCnyPerH : null,
    links: listLinkIds(route),
  };
}

function toBase(answer: RouteAnswer, base: RouteAnswer): RouteDocument['base'] {
  const [here, there] = [answer.best, base.best].map((route) => (route === null ? [] : listLinkIds(route)));
  const [now, before] = [toSum(answer.best).timeS, toSum(base.best).timeS];
  return {
    scenario: base.scenario.id,
    ...toSum(base.best),
    changeS:
      now === null || before === null ? null : Math.round((now - before) * MS_PER_SECOND) / MS_PER_SECOND,
    linksGained: (here ?? []).filter((id) => there?.includes(id) !== true),
    linksLost: (there ?? []).filter((id) => here?.includes(id) !== true),
  };
}
