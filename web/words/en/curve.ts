/** Words of the threshold curve. */
export const curve = {
  'curve.title': 'If the hour were shorter or longer',
  'curve.outside': 'Outside own keiretsu (iOut)',
  'curve.all': 'Every group',
  'curve.paper': 'the paper’s 60 and 70 min',
  'curve.cutoff': 'Time limit: {T} min',
  'curve.chart': 'Share of suppliers that reach {name}, by time limit in minutes',
  'curve.says': 'At {T} min, base → build: {shares}.',
  'curve.note':
    'Share of the placed suppliers, strict. Drag in a chart or use the slider. The first chart counts tier-1 suppliers with a keiretsu from 30 to 90 min; its level is that of the flowchart.',
  'curve.nobody': 'Nobody is placed, so there is no share to draw.',
  'curve.table': 'The same as a table',
} as const;
