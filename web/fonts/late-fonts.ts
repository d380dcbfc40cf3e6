/**
 * Draws text again when a fallback font has arrived. Chromium, on a system without any Chinese font, keeps the boxes
 * it drew in the meantime until the font asked for is another one: so each arrival counts up a feature that no font
 * has. Where the system has the characters no such font is fetched and nothing happens.
 */
export function redrawWithLateFonts(): void {
  let arrivals = 0;
  document.fonts.addEventListener('loadingdone', ({ fontfaces }) => {
    if (!fontfaces.some(({ family }) => family.includes('Beltway'))) return;
    arrivals += 1;
    document.documentElement.style.fontFeatureSettings = `"late" ${arrivals}`;
  });
}
