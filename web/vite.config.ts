/**
 * How the page is built: static files with relative addresses, so that it can lie in any folder of any server.
 * The engine's worker and the map's own worker are modules of their own.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { datasetPlugin } from './dataset/plugin.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/**
 * What both pages change scenarios with is one file, and so is what the studio keeps in mind: the names of all files that
 * come later stand in the first file of the page, which has no room for many.
 */
const EDITING = {
  name: 'editing',
  test: /[\\/](?:web[\\/]studio[\\/](?!kept)|src[\\/](?:geodesic|network[\\/](?:local-plane|meetings))\.)/,
};

const STUDIO = {
  name: 'studio-state',
  test: /[\\/]web[\\/]state[\\/]studio-(?:drawing|click|tried|meetings|session|keep|saved|files)\./,
};

/** What is known of an imported network, and what changes it: the page of it, its map and its later parts have it in common. */
const CITY_STATE = {
  name: 'city-state',
  test: /[\\/](?:web[\\/]city[\\/](?:ask|state|live-map|edit-rows|plan-files|kept-plans|keep-plans|lay-plan|plan-steps|plan-tools|draw-area|draw-road)|src[\\/]load[\\/]city-files)\./,
};

export default defineConfig({
  root: ROOT,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [datasetPlugin()],
  worker: { format: 'es', plugins: () => [datasetPlugin()] },
  server: { host: '127.0.0.1', fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] } },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [EDITING, STUDIO, CITY_STATE] },
      },
    },
  },
});
