/** Where the page of an imported network starts: words, the question of the address, the network, the map. */
import '../styles/city.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { preferLanguage, preferTheme, startAppearance } from '../state/appearance.ts';
import { look, show } from '../state/look.ts';
import { notify } from '../state/notices.ts';
import { speak, speakLate } from '../words/index.ts';
import { readCityAddress, toCityAddress } from './address.ts';
import { openNetwork } from './ask.ts';
import { CityPage } from './page.tsx';
import { followPlan } from './open-plan.ts';
import { startEditing } from './edit-start.ts';
import { startDrop } from './plan-drop.ts';
import { startKeys } from './plan-keys.ts';
import { city, cityChoice, changeCity, reached } from './state.ts';

/** Browsers allow no more than so many changes of the address in a while. */
const PAUSE_MS = 400;

/** Keeps the address in step with the question, and the other way round. */
function followAddress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const text = toCityAddress(cityChoice.value);
    if (city.value?.ok !== true) return;
    clearTimeout(timer);
    timer = setTimeout(() => history.replaceState(null, '', `#${text}`), PAUSE_MS);
  });
  addEventListener('hashchange', () => {
    const { first, ...asked } = readCityAddress(location.hash.slice(1));
    changeCity({ ...asked, first: first ?? cityChoice.peek().first });
    void followPlan(asked.scenario);
  });
}

/** Shows the network that is served beside the page. */
export async function startCity(root: HTMLElement): Promise<void> {
  show({ language: preferLanguage(), theme: preferTheme() });
  changeCity(readCityAddress(location.hash.slice(1)));
  startAppearance();
  await Promise.all([speak(look.value.language), import('../styles/late.css')]);
  await speakLate();
  root.replaceChildren();
  render(<CityPage opened={null} />, root);
  effect(() => {
    const state = city.value;
    const name = state?.ok === true ? state.label.title : '';
    document.title = name === '' ? 'Beltway' : `Beltway · ${name}`;
    if (reached.value !== null) document.documentElement.dataset.answered = 'yes';
  });
  followAddress();
  try {
    const opened = await openNetwork();
    if (opened === null) return;
    render(<CityPage opened={opened} />, root);
    startDrop();
    startKeys();
    startEditing();
    await followPlan(cityChoice.peek().scenario);
  } catch (error) {
    notify('problem', [error instanceof Error ? error.message : String(error)]);
  }
}
