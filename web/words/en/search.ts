/** Words of the search box. */
export const search = {
  'search.label': 'Find a supplier, plant, zone or road',
  'search.placeholder': 'Supplier, plant, zone, road …',
  'search.results': 'Results',
  'search.count.one': '1 result',
  'search.count.other': '{count} results',
  'search.none':
    'Nothing found for “{query}”. Try a name in English or Chinese, a district, or a road number.',
  'search.kind.supplier': 'supplier',
  'search.kind.own': 'own site',
  'search.kind.plant': 'plant',
  'search.kind.engine': 'engine plant',
  'search.kind.zone': 'zone',
  'search.kind.seat': 'district seat',
  'search.kind.road': 'road',
  'search.unplaced': 'site not known',
  'search.clear': 'Clear the marked road',
} as const;
