/** Where the page starts: the reader's language, the state of the address, the engine, then the first picture. */
import './styles/index.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { startAsking } from './engine/ask.ts';
import { redrawWithLateFonts } from './fonts/late-fonts.ts';
import { fetchRest } from './later.tsx';
import { startAddress } from './state/address.ts';
import { startAppearance } from './state/appearance.ts';
import { notify } from './state/notices.ts';
import { look } from './state/look.ts';
import { fetchWords, speak } from './words/index.ts';

/** Whether the address asks for an imported network, which is a page of its own. */
const isCity = (): boolean => /^#city(?:&|$)/.test(location.hash);

async function start(): Promise<void> {
  const asCity = isCity();
  addEventListener('hashchange', () => {
    if (isCity() !== asCity) location.reload();
  });
  redrawWithLateFonts();
  const root = document.getElementById('app');
  if (root === null) return;
  if (asCity) {
    await (await import('./city/start.tsx')).startCity(root);
    return;
  }
  startAddress();
  startAppearance();
  await speak(look.value.language);
  root.replaceChildren();
  render(<App />, root);
  try {
    await startAsking(() => void fetchRest().then(fetchWords));
  } catch (error) {
    notify('problem', [error instanceof Error ? error.message : String(error)]);
  }
}

void start();
