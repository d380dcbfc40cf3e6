/**
 * Vite's part of the data set: `virtual:beltway/dataset` gives the addresses of the packed data, which are files
 * of their own on the same server. In development they are packed anew when a data file changes.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import type { Pack } from './pack.ts';
import { packFolder } from './read-data.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const MODULE = 'virtual:beltway/dataset';
const RESOLVED = `\0${MODULE}`;
const DEV_ADDRESS = '/@beltway/';
const PARTS = ['core', 'notes'] as const;

/** Page and worker are built apart: the data are read once for both. */
let packed: Pack | null = null;

/** Packs the data folder into the page. It must stand among the plugins of the workers too. */
export function datasetPlugin(): Plugin {
  let isBuild = false;
  return {
    name: 'beltway-dataset',
    configResolved: (config) => {
      isBuild = config.command === 'build';
    },
    configureServer: serveParts,
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      if (!isBuild) return toModule((part) => JSON.stringify(`${DEV_ADDRESS}${part}.json`));
      packed ??= packFolder(DATA);
      const texts = packed;
      return toModule((part) => {
        const file = this.emitFile({ type: 'asset', name: `${part}.json`, source: texts[part] });
        return `import.meta.ROLLUP_FILE_URL_${file}`;
      });
    },
  };
}

function toModule(toAddress: (part: (typeof PARTS)[number]) => string): string {
  return PARTS.map((part) => `export const ${part}Url = ${toAddress(part)};`).join('\n');
}

function serveParts({ middlewares, watcher, ws }: ViteDevServer): void {
  watcher.add(DATA);
  watcher.on('change', (file) => {
    if (!file.startsWith(DATA)) return;
    packed = null;
    ws.send({ type: 'full-reload' });
  });
  middlewares.use((request, response, next) => {
    const part = PARTS.find((one) => request.url === `${DEV_ADDRESS}${one}.json`);
    if (part === undefined) {
      next();
      return;
    }
    packed ??= packFolder(DATA);
    response.setHeader('Content-Type', 'application/json');
    response.end(packed[part]);
  });
}
