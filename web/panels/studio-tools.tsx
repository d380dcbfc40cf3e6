/** The tools of the studio: one in hand at a time. */
import { take, tool, type Tool } from '../state/studio-drawing.ts';
import { t } from '../words/index.ts';

const ROADS = ['road', 'close', 'change', 'slow', 'dates'] as const;
const PLACES = ['plant', 'supplier', 'move'] as const;

function ToolButton({ one }: { readonly one: Tool }) {
  const label = t(`studio.tool.${one}` as 'studio.tool.road');
  return (
    <button type="button" aria-pressed={tool.value === one} onClick={() => take(one)}>
      {label}
    </button>
  );
}

function Group({ tools, label }: { readonly tools: readonly Tool[]; readonly label: string }) {
  return (
    <div class="segment" role="group" aria-label={label}>
      {tools.map((one) => (
        <ToolButton key={one} one={one} />
      ))}
    </div>
  );
}

export function StudioTools() {
  return (
    <div class="studio-tool-groups">
      <Group tools={ROADS} label={t('studio.tools.roads')} />
      <Group tools={PLACES} label={t('studio.tools.places')} />
      <Group tools={['select']} label={t('studio.tool.select')} />
    </div>
  );
}
