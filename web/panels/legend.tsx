/** The legend of the view: each shape and colour of the map in words; colour never stands alone. */
import { computed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { toBandColours, toOverlapColours } from '../map/area-colours.ts';
import { context } from '../map/appearance.ts';
import { findDrawnScenario } from '../map/drawn-answer.ts';
import { toRoads } from '../map/roads-data.ts';
import { steady } from '../map/steady.ts';
import { dataset, scene } from '../state/answers.ts';
import { cutoffMin } from '../state/choice.ts';
import { look, swiped, shownSide } from '../state/look.ts';
import { number } from '../words/format.ts';
import { t, type WordKey } from '../words/index.ts';
import { Entry } from './legend-entry.tsx';
import { AreaSwatch, CircleSwatch, DiamondSwatch, LineSwatch, SquareSwatch } from './legend-swatch.tsx';
import { ValueEntries } from './legend-value.tsx';
import { ViewCaption } from './view-caption.tsx';

/** A scale: its title first, then chips with a word or number each. */
function Scale({
  title,
  fills,
  labels,
}: {
  readonly title: string;
  readonly fills: readonly string[];
  readonly labels: readonly string[];
}) {
  return (
    <li>
      <span>{title}</span>
      <span class="legend-scale">
        {labels.map((label, i) => (
          <span key={label}>
            <AreaSwatch fill={fills[Math.min(i, fills.length - 1)] ?? ''} />
            {label}
          </span>
        ))}
      </span>
    </li>
  );
}

/** Sides on the map now; the same list as long as they are the same. */
const drawnSides = steady((): readonly ('base' | 'build')[] =>
  swiped.value ? ['base', 'build'] : [shownSide.value],
);

/** What the map shows now of the belt and of the user's own roads, e.g. `belt open`, `built later`, `changed open`. */
const roadStates = computed((): ReadonlySet<string> => {
  const data = dataset.value;
  if (data === null) return new Set();
  const features = drawnSides.value.flatMap((side) => {
    const scenario = findDrawnScenario(side);
    return scenario === null ? [] : toRoads(data, scenario).features;
  });
  const main = features.filter(({ properties }) => properties.facility !== 'ramp');
  return new Set(
    main.flatMap(({ properties: { belt, own, status } }) => [
      ...(belt === 'belt' ? [`belt ${status}`] : []),
      ...(own === 'none' ? [] : [`${own} ${status}`]),
    ]),
  );
});

function BeltEntries() {
  const { belt, beltClosed } = context.value.colours;
  const states = roadStates.value;
  return (
    <>
      {states.has('belt open') && (
        <Entry label={t('map.legend.belt')}>
          <LineSwatch color={belt} width={4} />
        </Entry>
      )}
      {states.has('belt later') && (
        <Entry label={t('map.legend.later')}>
          <LineSwatch color={belt} width={2} dash="6 4" />
        </Entry>
      )}
      {states.has('belt closed') && (
        <Entry label={t('map.legend.closed')}>
          <LineSwatch color={beltClosed} width={1.5} dash="3 4" crosses />
        </Entry>
      )}
    </>
  );
}

/** The user's own roads, where a scenario has any. */
function OwnEntries() {
  const { drawn, beltClosed, beltCasing } = context.value.colours;
  const states = roadStates.value;
  return (
    <>
      {states.has('built open') && (
        <Entry label={t('map.legend.drawn')}>
          <LineSwatch color={drawn} width={5} middle={beltCasing} />
        </Entry>
      )}
      {states.has('built later') && (
        <Entry label={t('map.legend.drawnLater')}>
          <LineSwatch color={drawn} width={2.5} dash="6 4" />
        </Entry>
      )}
      {states.has('changed open') && (
        <Entry label={t('map.legend.drawnChanged')}>
          <LineSwatch color={drawn} width={7} middle={context.value.colours.land} middleWidth={4} />
        </Entry>
      )}
      {states.has('closed closed') && (
        <Entry label={t('map.legend.drawnClosed')}>
          <LineSwatch color={beltClosed} width={1.5} dash="3 4" crosses />
        </Entry>
      )}
    </>
  );
}

function SiteEntries() {
  const { groups, groupsInk, siteOutline: outline, plant, plantInk, land, place } = context.value.colours;
  const cutoff = number(cutoffMin.value);
  return (
    <>
      <Entry label={t('map.legend.groups', { cutoff })}>
        {groups.map((fill, i) => (
          <CircleSwatch key={fill} {...{ fill, outline, label: String(i), ink: groupsInk[i] ?? plantInk }} />
        ))}
      </Entry>
      <Entry label={t('map.legend.plant')}>
        <SquareSwatch fill={plant} outline={outline} label="N" ink={plantInk} />
      </Entry>
      <Entry label={t('map.legend.plantOther')}>
        <SquareSwatch fill={land} outline={outline} />
      </Entry>
      <Entry label={t('map.legend.zone')}>
        <DiamondSwatch fill={groups[2] ?? land} outline={outline} />
      </Entry>
      <Entry label={t('map.legend.seat')}>
        <DiamondSwatch fill={land} outline={place} />
      </Entry>
    </>
  );
}

function TimesEntries() {
  const { routeBase, routeBuild } = context.value.colours;
  if (look.value.place === null) return null;
  return (
    <>
      <Entry label={t('map.legend.routeBuild')}>
        <LineSwatch color={routeBuild} width={4} />
      </Entry>
      <Entry label={t('map.legend.routeBase')}>
        <LineSwatch color={routeBase} width={2} dash="5 4" />
      </Entry>
    </>
  );
}

function ReachEntries() {
  const { colours } = context.value;
  const cutoff = number(cutoffMin.value);
  const drawn = scene.value.value;
  const bands = drawn?.view === 'reach' && drawn.build.kind === 'bands' ? drawn.build.isochrones.bands : null;
  const labels = bands?.map(({ cutoffS }) => number(cutoffS / 60)) ?? ['0', '1', '2', '3'];
  const title =
    bands === null
      ? t('map.legend.overlap', { cutoff })
      : t(look.value.direction === 'to' ? 'map.legend.bandTo' : 'map.legend.bandFrom');
  return (
    <>
      <Scale
        title={title}
        fills={bands === null ? toOverlapColours(colours) : toBandColours(colours)}
        labels={labels}
      />
      <Entry label={t('map.legend.boundary')}>
        <AreaSwatch fill={colours.land} pattern="hatch" />
      </Entry>
      <Entry label={t('map.legend.noAccess')}>
        <AreaSwatch fill={colours.noAccess} pattern="dots" />
      </Entry>
    </>
  );
}

function DifferenceEntries() {
  const { difference } = context.value.colours;
  const [gained, rest] = [difference.slice(0, 3), difference.slice(4)];
  return (
    <>
      <Scale title={t('map.legend.gained')} fills={gained} labels={['> 15', '5–15', '½–5']} />
      <Entry label={t('map.legend.same')}>
        <AreaSwatch fill={difference[3] ?? ''} />
      </Entry>
      <Scale title={t('map.legend.lost')} fills={rest} labels={['½–5', '5–15', '> 15']} />
      <Entry label={t('map.legend.flips', { cutoff: number(cutoffMin.value) })}>
        <AreaSwatch fill={difference[3] ?? ''} pattern="hatch" />
      </Entry>
    </>
  );
}

function FastestEntries() {
  const { routeBuild, belt } = context.value.colours;
  return (
    <>
      <Entry label={t('map.legend.pairs')}>
        <LineSwatch color={routeBuild} width={2} />
        <LineSwatch color={routeBuild} width={7} />
      </Entry>
      <Entry label={t('map.legend.pairsBelt')}>
        <LineSwatch color={belt} width={5} />
      </Entry>
    </>
  );
}

function LocateEntries() {
  const { groups, groupsInk, siteOutline: outline } = context.value.colours;
  return (
    <Entry label={t('map.legend.rank', { cutoff: number(cutoffMin.value) })}>
      {groups.map((fill, i) => (
        <DiamondSwatch
          key={fill}
          {...{ fill, outline, label: String(4 - i), ink: groupsInk[i] ?? outline }}
        />
      ))}
    </Entry>
  );
}

function ConfidenceEntries() {
  const { groups, groupsInk, siteOutline: outline, land } = context.value.colours;
  const [, some = land, , all = land] = groups;
  const cutoff = number(cutoffMin.value);
  const say = (what: WordKey): string => t('confidence.legend', { what: t(what), cutoff });
  return (
    <>
      <Entry label={say('confidence.holds')}>
        <CircleSwatch fill={all} outline={outline} />
      </Entry>
      <Entry label={say('confidence.cannot-tell')}>
        <DiamondSwatch fill={some} outline={outline} label="?" ink={groupsInk[1] ?? outline} />
      </Entry>
      <Entry label={say('confidence.fails')}>
        <CircleSwatch fill={land} outline={outline} label="×" ink={outline} />
      </Entry>
    </>
  );
}

const OWN = {
  times: TimesEntries,
  reach: ReachEntries,
  difference: DifferenceEntries,
  fastest: FastestEntries,
  locate: LocateEntries,
  value: ValueEntries,
  confidence: ConfidenceEntries,
} as const;

/** Where the page is at least so high and wide the legend begins open; else the map has the room. */
const ROOMY_PX = 860;
const NARROW_PX = 560;

export function Legend() {
  const { view } = look.value;
  const Own = OWN[view];
  const [open, setOpen] = useState(() => innerHeight >= ROOMY_PX && innerWidth >= NARROW_PX);
  return (
    <div class="map-foot">
      <ViewCaption />
      <details class="legend" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('map.legend')}</summary>
        <ul>
          <Own />
          <BeltEntries />
          <OwnEntries />
          {!['difference', 'locate', 'confidence'].includes(view) && <SiteEntries />}
        </ul>
      </details>
    </div>
  );
}
