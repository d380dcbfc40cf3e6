/** Words of what this browser keeps, and cannot keep. */
export const keeping = {
  'keeping.full':
    '“{title}” is not kept: this browser’s storage is full. Save it as a file, or remove scenarios you no longer need.',
  'keeping.blocked':
    '“{title}” is not kept: this browser blocks storage. It is lost when the page closes unless you save it.',
  'keeping.save': 'Save as a file',
  'keeping.taken':
    'This browser keeps something unreadable under the name {id}. “{title}” is kept as {free} instead.',
} as const;
