/** What paper needs beside the answer: what is compared, the map as a picture, the address. Hidden on screen. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dataset } from '../state/answers.ts';
import { toLink } from '../state/address.ts';
import { seenTheme } from '../state/appearance.ts';
import { t } from '../words/index.ts';
import { copyMap } from './map-copy.ts';
import { toScenarioLine } from './scenario-line.ts';

/** Draws the map and the address just before the browser prints; a print takes no later change. */
function usePrint() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const link = useRef<HTMLParagraphElement>(null);
  const [drawn, say] = useState(true);
  useEffect(() => {
    const onPrint = (): void => {
      if (link.current !== null) link.current.textContent = toLink();
      if (canvas.current === null) return;
      const done = copyMap(canvas.current);
      canvas.current.hidden = !done;
      say(done);
      // Paper is light whatever the screen is.
      document.documentElement.dataset.theme = 'light';
    };
    const onPrinted = (): void => {
      document.documentElement.dataset.theme = seenTheme();
    };
    addEventListener('beforeprint', onPrint);
    addEventListener('afterprint', onPrinted);
    return () => {
      removeEventListener('beforeprint', onPrint);
      removeEventListener('afterprint', onPrinted);
    };
  }, []);
  return { canvas, link, drawn };
}

export function PrintSheet() {
  const data = dataset.value;
  const { canvas, link, drawn } = usePrint();
  if (data === null) return null;
  return (
    <section class="print-sheet" aria-hidden="true">
      <p class="print-title">
        {t('app.title')} · {data.header.title}
      </p>
      <p class="print-scenario">{toScenarioLine(data)}</p>
      <canvas ref={canvas} />
      {!drawn && <p>{t('share.noPicture')}</p>}
      <p class="print-note">
        {t('share.scope')} {t('share.schematic')}{' '}
        {t('share.data', { id: data.header.id, digest: data.digest.slice(0, 16) })}
      </p>
      <p class="print-note" ref={link} />
    </section>
  );
}
