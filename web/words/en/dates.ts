/** Words of the date slider. */
export const dates = {
  'dates.title': 'Date of the network with the belt',
  'dates.slider': 'Month of the network, 2000 to 2026',
  'dates.now': 'With: roads of {day}',
  'dates.named': 'With: {scenario}',
  'dates.back': 'Back to “{scenario}”',
  'dates.ofThatDate': 'suppliers and plants of that date',
  'dates.fixed': 'The road is that of the date; suppliers and plants stay the same.',
  'dates.openings': 'Openings',
  'dates.belt': 'Belt: {names}',
  'dates.others.one': '1 other section',
  'dates.others.other': '{count} other sections',
  'dates.next': 'Next opening',
  'dates.previous': 'Previous opening',
  'dates.valueOpening': '{month}; opened: {names}',
  'dates.goTo': 'Go to {day}',
  'dates.keys': 'Arrow keys move by a month, Page Up and Page Down to the next opening.',
} as const;
