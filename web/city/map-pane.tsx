/** The map of the network with what must be said of it, or a sentence where this browser cannot draw one. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FeatureCollection } from 'geojson';
import { t } from '../words/index.ts';
import { keepAsking, type Taker } from './ask.ts';
import type { CityLabel } from './protocol.ts';
import type { RoadColumns } from './road-columns.ts';
import { toComeLines, type RoadToCome } from './roads-to-come.ts';
import type { CityMap } from './start-map.ts';
import { ToolBar } from './tool-bar.tsx';

/** Without a map the numbers are asked for all the same. */
const NO_MAP: Taker = { known: () => [], take: () => undefined };

export interface MapPaneProps {
  readonly label: CityLabel;
  readonly roads: RoadColumns;
  readonly names: FeatureCollection;
  readonly toCome: readonly RoadToCome[];
}

/** Starts the map and then the asking. */
function useCityMap({ label, roads, names, toCome }: MapPaneProps) {
  const element = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<CityMap | 'missing' | null>(null);
  useEffect(() => {
    const stops: (() => void)[] = [];
    let gone = false;
    const begin = async (): Promise<void> => {
      let taker = NO_MAP;
      try {
        if (element.current === null) return;
        const { startCityMap } = await import('./start-map.ts');
        const lines = { names, toCome: toComeLines(toCome) };
        const started = await startCityMap(element.current, label, roads, lines, () => setMap('missing'));
        if (gone) {
          started.stop();
          return;
        }
        stops.push(started.stop);
        setMap(started);
        taker = started.taker;
      } catch {
        setMap('missing');
      }
      stops.push(keepAsking(taker));
    };
    void begin();
    return () => {
      gone = true;
      stops.forEach((stop) => stop());
    };
  }, [label, roads, names, toCome]);
  return { element, map };
}

export function MapPane(props: MapPaneProps) {
  const { element, map } = useCityMap(props);
  const { attribution, asOf } = props.label;
  const ready = map !== null && map !== 'missing' ? map : null;
  const buttons = [
    { word: t('map.zoomIn'), sign: '+', act: () => ready?.zoomBy(1) },
    { word: t('map.zoomOut'), sign: '−', act: () => ready?.zoomBy(-1) },
    { word: t('city.home'), sign: '⌂', act: () => ready?.goHome() },
  ];
  return (
    <div class="map-pane">
      <div class="map-canvas" ref={element} />
      <ToolBar clickMiddle={ready === null ? null : () => ready.clickMiddle()} />
      {map === 'missing' && <p class="map-missing">{t('map.missing')}</p>}
      {map !== 'missing' && (
        <div class="map-controls" role="group" aria-label={t('map.camera')}>
          {buttons.map(({ word, sign, act }) => (
            <button key={sign} type="button" aria-label={word} title={word} onClick={act}>
              {sign}
            </button>
          ))}
        </div>
      )}
      <p class="map-attribution" lang="en">
        {attribution} · ODbL{asOf === null ? '' : ` · ${asOf}`}
      </p>
    </div>
  );
}
