/** Where what every road is worth is asked for: all of it comes when it is opened. */
import { useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { t } from '../words/index.ts';
import { placed } from './place-tools.ts';
import type { WorthPanelProps } from './worth-panel.tsx';

export function WorthEntry() {
  const [Panel, setPanel] = useState<ComponentType<WorthPanelProps> | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const open = async (): Promise<void> => {
    setMissing(false);
    try {
      const { WorthPanel } = await import('./worth-panel.tsx');
      setPanel(() => WorthPanel);
    } catch {
      setMissing(true);
    }
  };
  return (
    <details
      class="city-worth"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open) void open();
      }}
    >
      <summary>
        <h2>{t('city.worth')}</h2>
      </summary>
      {isMissing && <p class="problem small">{t('city.worth.notLoaded')}</p>}
      {isOpen && Panel !== null && (
        <Panel hasPlaces={new Set(placed.value.map(({ kind }) => kind)).size > 1} />
      )}
    </details>
  );
}
