/** Buttons that open the panels where the screen is too narrow for all of them. */
import { look, show, type Drawer } from '../state/look.ts';
import { t } from '../words/index.ts';

const DRAWERS = ['scenario', 'answer', 'flowchart'] as const;

export function DrawerTabs() {
  const { drawer } = look.value;
  const toggle = (one: Drawer): void => show({ drawer: drawer === one ? null : one });
  return (
    <nav class="drawer-tabs" aria-label={t('app.title')}>
      {DRAWERS.map((one) => (
        <button key={one} type="button" aria-expanded={drawer === one} onClick={() => toggle(one)}>
          {t(`app.${one}`)}
        </button>
      ))}
    </nav>
  );
}
