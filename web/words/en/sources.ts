/** Words of what the numbers rest on. */
export const sources = {
  'sources.title': 'What this rests on',
  'sources.estimates':
    'Of the suppliers’ minutes {share} rest on estimated lengths and connectors ({range} of a trip), {chains} of them all on roads drawn as chains of towns ({chainRange}).',
  'sources.range': '{low} to {high}',
  'sources.scope':
    'Drive time, one way, without loading, at the limits and delays we assume. Scenarios delete road records; they are not a forecast of what would have been built instead. Nothing here forecasts traffic, purchases or innovation.',
  'sources.data': 'Data {id}, digest {digest}',
  'sources.list.one': '{count} source',
  'sources.list.other': '{count} sources',
} as const;
