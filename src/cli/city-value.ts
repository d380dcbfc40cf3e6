/** `value` where `--data` names an imported network: every link closed in turn. */
import {
  CITY_MEASURES,
  closeLinks,
  joinPlace,
  listLinkIds,
  toCityCriticalityBlocks,
  toCityCriticalityCsv,
  toCityCriticalityDocument,
  toCityCriticalityGeoJson,
  toLinkLine,
  type CityEnds,
  type CityFirm,
  type CityMeasure,
  type LinkLoss,
} from '../index.ts';
import { giveAnswer, toExitCode } from './answer.ts';
import { checkCityOptions } from './city.ts';
import {
  checkFirms,
  NOT_OF_CITIES,
  openEnd,
  openSettledTrial,
  toCityLimits,
  type CityEnd,
} from './city-compare.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { workInPieces } from './interrupt.ts';
import { openNetworkFolder } from './network-folder.ts';
import { showBar, showProgress } from './terminal.ts';
import type { ValueOptions } from './value-options.ts';

interface CityValueOptions extends ValueOptions {
  readonly data: string;
  readonly only?: 'criticality' | 'sections';
  readonly top?: number;
}

/** A city is divided into no sections. */
function checkValueOptions({ only, sections, measure = 'minutes' }: CityValueOptions): CityMeasure {
  if (only === 'sections' || sections !== undefined)
    throw new Failure(EXIT.usage, 'value: an imported network has links, no sections: --only criticality');
  const known = CITY_MEASURES.find((one) => one === measure);
  if (known !== undefined) return known;
  throw new Failure(EXIT.usage, `value: --measure ${CITY_MEASURES.join(' or ')} on an imported network`);
}

function toEnds({ city, firms }: CityEnd): CityEnds {
  const join = (kind: CityFirm['kind']) =>
    [...firms.values()].filter((one) => one.kind === kind).map(({ id, at }) => joinPlace(city, { id, at }));
  const titleOf = new Map([...firms.values()].map(({ id, title }) => [id, title]));
  return { suppliers: join('supplier'), plants: join('plant'), titleOf };
}

/** The bar counts in hundredths. */
const PARTS = 100;

/** `value` on an imported network. */
export async function runCityValue(options: CityValueOptions): Promise<ExitCode> {
  checkCityOptions(options, NOT_OF_CITIES);
  const measure = checkValueOptions(options);
  const vehicle = options.vehicle ?? 'car';
  showProgress('Reading the network …');
  const trial = openSettledTrial(openNetworkFolder(options.data), vehicle, options);
  const end = openEnd(trial, vehicle, options.build);
  checkFirms([end]);
  const { city, state } = end;
  const limits = toCityLimits(options);
  const ends = toEnds(end);
  const found: LinkLoss[] = [];
  await workInPieces(
    (function* (): Generator<void> {
      const work = closeLinks(city, ends.suppliers, ends.plants, limits);
      for (;;) {
        const step = work.next();
        if (step.done === true) return void found.push(...step.value);
        showBar('Closing links', Math.floor(PARTS * step.value), PARTS);
        yield;
      }
    })(),
  );
  const linkIds = listLinkIds(city, state);
  const placeOf = new Map(linkIds.map((id, link) => [id, link]));
  const choice = { measure, top: options.top ?? null, ...limits };
  const answer = toCityCriticalityDocument(city, ends, linkIds, found, choice);
  giveAnswer(options, {
    text: () => toCityCriticalityBlocks(answer),
    json: () => answer,
    csv: () => toCityCriticalityCsv(answer),
    geojson: () =>
      toCityCriticalityGeoJson(answer, (link) => toLinkLine(city.network, placeOf.get(link) as number)),
  });
  return toExitCode(
    options,
    answer.links.every(({ cutOffPairs }) => cutOffPairs === 0),
  );
}
