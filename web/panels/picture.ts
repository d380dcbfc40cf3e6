/**
 * The map as a PNG that can stand alone: title, what is compared, the map, its legend, scope, sources. It is drawn
 * on a canvas from the map's own pixels and from the legend on the page.
 */
import type { Dataset } from '../../src/index.ts';
import { t } from '../words/index.ts';
import { copyMap } from './map-copy.ts';
import { toScenarioLine } from './scenario-line.ts';

/** Sizes of the picture in px at one px a CSS px. */
const PAD = 16;
const TITLE = 22;
const TEXT = 14;
const SMALL = 12;
const LINE = 1.4;
const COLUMN = 250;
/** Below this the words would not fit beside each other. */
const LEAST_WIDTH = 640;

interface Entry {
  readonly image: HTMLImageElement | null;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** A drawing of the page as an image; its colours are values, not variables, so that it stands alone. */
async function toImage(svg: SVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const url = URL.createObjectURL(new Blob([copy.outerHTML], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The words of an entry, without those inside its signs. */
function findWords(item: HTMLElement): string {
  const copy = item.cloneNode(true) as HTMLElement;
  for (const sign of copy.querySelectorAll('svg')) sign.remove();
  return (copy.textContent ?? '').trim();
}

/** Entries of the legend as the page shows them: every sign with its words. */
async function listEntries(): Promise<readonly Entry[]> {
  const items = [...document.querySelectorAll<HTMLElement>('.legend li')];
  const entries = items.flatMap((item): readonly { sign: SVGElement | null; text: string }[] => {
    const signs = [...item.querySelectorAll('svg')];
    const text = findWords(item);
    if (signs.length === 0) return [{ sign: null, text }];
    return signs.map((sign, i) => ({ sign, text: i === signs.length - 1 ? text : '' }));
  });
  return Promise.all(
    entries.map(async ({ sign, text }) => {
      const box = sign?.getBoundingClientRect();
      const [width, height] = [box?.width ?? 0, box?.height ?? 0];
      return { image: sign === null ? null : await toImage(sign), width, height, text };
    }),
  );
}

/** Words broken into lines of a width: at blanks, and where a word is too long (Chinese has none) anywhere. */
function breakLines(context: CanvasRenderingContext2D, text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=\s)|(?<=[\u3000-\u9fff\uff00-\uffef])/u)) {
    if (line !== '' && context.measureText(line + piece).width > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line];
}

/** A pen that writes paragraphs downwards. */
interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly font: string;
  y: number;
}

function write(pen: Pen, text: string, size: number, colour: string, bold = false): void {
  const { context } = pen;
  context.font = `${bold ? '600 ' : ''}${size}px ${pen.font}`;
  context.fillStyle = colour;
  for (const line of breakLines(context, text, pen.width - 2 * PAD)) {
    pen.y += size * LINE;
    context.fillText(line, PAD, pen.y - size * (LINE - 1));
  }
}

/** The legend in columns; a sign without words of its own stands before the next. */
function drawLegend(pen: Pen, entries: readonly Entry[], colour: string): void {
  const { context } = pen;
  context.font = `${SMALL}px ${pen.font}`;
  context.fillStyle = colour;
  const row = 24;
  let x = PAD;
  let y = pen.y + row;
  for (const { image, width, height, text } of entries) {
    const room = width + 6 + context.measureText(text).width;
    if (x > PAD && x + room > pen.width - PAD) {
      x = PAD;
      y += row;
    }
    if (image !== null) context.drawImage(image, x, y - height / 2 - SMALL / 3, width, height);
    x += width + 6;
    if (text === '') continue;
    context.fillText(text, x, y);
    x += Math.max(context.measureText(text).width + 18, COLUMN / 3);
  }
  pen.y = y + row / 2;
}

interface Sheet {
  readonly data: Dataset;
  readonly map: HTMLCanvasElement;
  readonly entries: readonly Entry[];
}

/** Draws the sheet and gives back how high it became; the first run measures, the second draws. */
function drawSheet(canvas: HTMLCanvasElement, width: number, height: number, sheet: Sheet): number {
  const scale = sheet.map.width / width;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return 0;
  const style = getComputedStyle(document.documentElement);
  const [ink, muted, panel] = ['--text', '--text-muted', '--panel'].map((name) =>
    style.getPropertyValue(name),
  );
  context.scale(scale, scale);
  context.fillStyle = panel ?? 'white';
  context.fillRect(0, 0, width, height);
  const pen: Pen = { context, width, font: style.fontFamily, y: PAD / 2 };
  write(pen, sheet.data.header.title, TITLE, ink ?? 'black', true);
  write(pen, toScenarioLine(sheet.data), TEXT, ink ?? 'black');
  pen.y += PAD / 2;
  const mapHeight = sheet.map.height / scale;
  context.drawImage(sheet.map, 0, pen.y, width, mapHeight);
  pen.y += mapHeight;
  drawLegend(pen, sheet.entries, ink ?? 'black');
  write(pen, t('share.scope'), SMALL, muted ?? 'black');
  write(
    pen,
    `${t('map.attribution')} · ${t('share.data', toDataValues(sheet.data))}`,
    SMALL,
    muted ?? 'black',
  );
  return pen.y + PAD;
}

function toDataValues({ header, digest }: Dataset): { readonly id: string; readonly digest: string } {
  return { id: header.id, digest: digest.slice(0, 16) };
}

/** The picture, or null where no map is drawn. */
export async function drawPicture(data: Dataset): Promise<Blob | null> {
  const map = document.createElement('canvas');
  if (!copyMap(map)) return null;
  const sheet = { data, map, entries: await listEntries() };
  const canvas = document.createElement('canvas');
  const width = Math.max(LEAST_WIDTH, map.width / Math.max(1, devicePixelRatio));
  const height = drawSheet(canvas, width, 1, sheet);
  drawSheet(canvas, width, height, sheet);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
