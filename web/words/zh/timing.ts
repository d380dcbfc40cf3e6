/** 时间先后表的用语。 */
export const timing = {
  'timing.title': '跨系列供货在道路之前还是之后',
  'timing.sentence.one': '{count}家企业在其所用的二环路段建成之前就已跨系列供货；道路对其并非必要。',
  'timing.sentence.other': '{count}家企业在其所用的二环路段建成之前就已跨系列供货；道路对它们并非必要。',
  'timing.documented': '记录于{date}',
  'timing.opened': '{date}通车',
  'timing.noSection': '不用二环路段',
  'timing.before': '通车前已供货',
  'timing.after': '记录在通车之后',
  'timing.unused': '不经二环',
} as const;
