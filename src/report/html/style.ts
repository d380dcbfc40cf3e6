/**
 * The one style of a report's file: three widths, light and dark on a screen, always light on paper. No rule asks for
 * anything outside the file.
 */
import { DRAWING_STYLE } from './style-drawings.ts';
import { REPORT_COLOURS, toCustomProperties } from './colours.ts';

const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';

const TEXT = `
* { box-sizing: border-box; }
html { background: var(--surface); color: var(--text); font: 16px/1.5 ${FONTS}; -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: anywhere; }
main { max-width: 1200px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 16px; font-weight: 400; max-width: 80ch; margin: 4px 0 12px; color: var(--text-muted); }
h2 { font-size: 22px; line-height: 1.25; margin: 48px 0 12px; padding-top: 12px; border-top: 1px solid var(--line); }
h3 { font-size: 16px; margin: 28px 0 8px; }
h4 { font-size: 14px; margin: 20px 0 6px; }
p, li { max-width: 80ch; }
p { margin: 8px 0; }
ul, ol { padding-left: 20px; margin: 8px 0; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.kicker, .facts, .quiet, figcaption { color: var(--text-muted); font-size: 14px; }
.kicker { margin: 0; }
.answer { font-size: 22px; line-height: 1.35; max-width: 52ch; margin: 0 0 16px; }
.strong { font-weight: 600; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 16px 0; }
.facts dd { margin: 0; }
.contents { font-size: 14px; }
.contents ol { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; padding: 0; }
pre { background: var(--field); padding: 10px 12px; overflow-x: auto; font-size: 14px; border-radius: 4px; white-space: pre-wrap; }
`;

const TABLES = `
.wide { overflow-x: auto; margin: 8px 0; }
table { border-collapse: collapse; font-size: 14px; line-height: 1.4; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 4px 14px 4px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--text-muted); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 9em; max-width: 34em; }
.num { text-align: right; white-space: nowrap; }
.above > * { border-bottom: 0; }
.under td { color: var(--text-muted); font-size: 12px; padding-top: 0; padding-left: 14px; max-width: 100ch; }
.good { color: var(--yes); }
.bad { color: var(--no); }
.open { color: var(--unknown); }
td.good, td.bad, td.open { font-weight: 600; }
`;

const WIDTHS = `
.maps { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
.multiples { display: grid; grid-template-columns: 1fr; gap: 16px; }
.multiples figcaption { grid-column: 1 / -1; }
@media (min-width: 640px) { .multiples { grid-template-columns: 1fr 1fr; } }
@media (min-width: 900px) {
  .maps { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .multiples { grid-template-columns: repeat(4, 1fr); }
}
@media (max-width: 639px) {
  main { padding: 16px 12px 48px; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 6px; }
  th, td { padding-right: 10px; }
}
`;

const PAPER = `
@page { size: A4; margin: 14mm 12mm; }
@media print {
  html { font-size: 11px; background: none; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 12px; }
  h2 { font-size: 16px; margin-top: 20px; break-after: avoid; }
  h3 { font-size: 12px; margin-top: 14px; break-after: avoid; }
  h4 { font-size: 11px; margin-top: 10px; break-after: avoid; }
  .answer { font-size: 16px; max-width: none; }
  .kicker, .facts, .quiet, figcaption, pre, .contents, .legend { font-size: 10px; }
  .new-page { break-before: page; }
  .new-page h2 { margin-top: 0; border-top: 0; }
  .wide, pre { overflow: visible; }
  table { font-size: 9.5px; line-height: 1.3; }
  th, td { padding: 1.5px 8px 1.5px 0; }
  tbody th { min-width: 0; }
  .under td { font-size: 8.5px; }
  thead { display: table-header-group; }
  tr, figure, li { break-inside: avoid; }
  .above { break-after: avoid; }
  .wide { break-before: avoid; }
  p { orphans: 3; widows: 3; }
  p, li { max-width: 110ch; }
  .drawing.map { min-width: 0; }
  .drawing.tornado, .drawing.flowchart { min-width: 0; max-width: 150mm; }
  .maps { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .multiples { grid-template-columns: repeat(4, 1fr); gap: 8px; }
  a { color: inherit; text-decoration: none; }
}
`;

function toThemes(): string {
  const { light, dark } = REPORT_COLOURS;
  return [
    `:root { color-scheme: light; ${toCustomProperties(light)} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${toCustomProperties(dark)} } }`,
  ].join('\n');
}

/** The text between the style's tags. */
export const REPORT_STYLE = [toThemes(), TEXT, TABLES, DRAWING_STYLE, WIDTHS, PAPER].join('\n');
