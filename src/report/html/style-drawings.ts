/**
 * How the drawings of a report look: roads quiet, the answer loud, every line with a second sign beside its colour. What
 * both maps share is named by one class alone: a rule with an ancestor does not reach a copy.
 */
export const DRAWING_STYLE = `
figure { margin: 12px 0; }
.drawing { display: block; width: 100%; height: auto; }
.drawing text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans SC", sans-serif; fill: var(--text); }
.drawing path { fill: none; }
.drawing.map { min-width: 460px; max-width: 640px; border: 1px solid var(--line); }
.drawing.tornado, .drawing.flowchart { min-width: 620px; max-width: 860px; }
.drawing.key { display: inline-block; width: 28px; height: 20px; min-width: 0; vertical-align: -5px; border: 0; }
.curve + .curve { margin: 0; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 14px; }
figure > figcaption:first-child { margin-bottom: 4px; color: var(--text); }
.legend .whole { flex-basis: 100%; }
span.entry { margin-right: 14px; }
.land { fill: var(--land); }
.water { fill: none; stroke: var(--water); stroke-linecap: round; stroke-linejoin: round; }
.road { fill: none; stroke: var(--road-arterial); stroke-width: 1; }
.road.expressway { stroke: var(--road-expressway); stroke-width: 1.5; }
.road.urban-expressway { stroke: var(--road-urban); stroke-width: 1.25; }
.road.local { stroke-width: 0.6; }
.drawing .casing { stroke: var(--belt-casing); stroke-width: 7; stroke-linecap: round; }
.drawing .belt { stroke: var(--belt); stroke-width: 4; stroke-linecap: round; stroke-linejoin: round; }
.drawing .belt.shut { stroke-width: 2; stroke-dasharray: 5 5; stroke-linecap: butt; }
.drawing .built { stroke: var(--route-build); stroke-width: 4; stroke-linecap: round; }
.drawing .changed { stroke: var(--route-build); stroke-width: 3; stroke-dasharray: 8 3; }
.drawing .closed { stroke: var(--belt-closed); stroke-width: 2; stroke-dasharray: 2 4; }
.drawing .site { stroke: var(--site-outline); stroke-width: 1.5; }
.reach-0 { fill: var(--groups-0); } .reach-1 { fill: var(--groups-1); }
.reach-2 { fill: var(--groups-2); } .reach-3 { fill: var(--groups-3); }
.drawing .digit { font-size: 10.5px; font-weight: 700; }
.drawing .on-0 { fill: var(--groups-ink-0); } .drawing .on-1 { fill: var(--groups-ink-1); }
.drawing .on-2 { fill: var(--groups-ink-2); } .drawing .on-3 { fill: var(--groups-ink-3); }
.flipped { fill: none; stroke: var(--site-outline); stroke-width: 2; stroke-dasharray: 3 2.5; }
.plant { fill: var(--plant); stroke: var(--belt-casing); stroke-width: 1; }
.drawing .initial { fill: var(--plant-ink); font-size: 11px; font-weight: 700; }
.drawing .seat { fill: var(--place); stroke: var(--label-halo); stroke-width: 1; }
.drawing .label { paint-order: stroke; stroke: var(--label-halo); stroke-width: 3px; stroke-linejoin: round; fill: var(--text); }
.drawing .of-seat { fill: var(--label-place); font-style: italic; }
.drawing .of-built { fill: var(--route-build); font-weight: 600; }
.scale path { stroke: var(--text); stroke-width: 1.5; }
.drawing .grid { stroke: var(--line); }
.drawing .cutoff { stroke: var(--text-muted); stroke-dasharray: 3 3; }
.drawing .name { font-weight: 600; }
.drawing .line { stroke-width: 2; }
.drawing .line.base { stroke: var(--route-base); stroke-dasharray: 5 3; }
.drawing .line.build { stroke: var(--route-build); }
.drawing .middle.base { stroke: var(--route-base); stroke-dasharray: 5 3; }
.drawing .middle.build { stroke: var(--route-build); }
.bar.base { fill: var(--route-base); } .bar.build { fill: var(--route-build); }
.low { fill: var(--panel); stroke: var(--text); stroke-width: 1.5; }
.box rect { fill: var(--panel); stroke: var(--control); }
.box.yes rect { fill: var(--yes-soft); } .box.no rect { fill: var(--no-soft); } .box.unknown rect { fill: var(--unknown-soft); }
.box.would-be rect { stroke-dasharray: 4 3; }
.box.bottleneck rect { stroke: var(--no); stroke-width: 2.5; }
.drawing .label { font-size: 12px; }
.box .label { stroke: none; font-size: 11.5px; }
.drawing .verdict { font-size: 11.5px; font-weight: 700; }
.drawing .yes .verdict { fill: var(--yes); } .drawing .no .verdict { fill: var(--no); } .drawing .unknown .verdict { fill: var(--unknown); }
.drawing .arrow { stroke: var(--control); }
.drawing .head { fill: var(--control); }
`;
