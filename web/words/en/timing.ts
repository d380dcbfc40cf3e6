/** Words of the timing table. */
export const timing = {
  'timing.title': 'Supply across keiretsu, before or after the road',
  'timing.sentence.one':
    '{count} firm supplied across keiretsu before the belt section it would use existed; the road was not necessary for it.',
  'timing.sentence.other':
    '{count} firms supplied across keiretsu before the belt section they would use existed; the road was not necessary for them.',
  'timing.documented': 'documented {date}',
  'timing.opened': 'opened {date}',
  'timing.noSection': 'uses no belt section',
  'timing.before': 'supplied before it opened',
  'timing.after': 'documented after it opened',
  'timing.unused': 'not over the belt',
} as const;
