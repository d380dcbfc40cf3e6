/** Words of the date slider. */
export const dates = {
  'dates.title': '建成方案的路网日期',
  'dates.slider': '路网月份，2000至2026年',
  'dates.now': '有：{day}的道路',
  'dates.named': '有：{scenario}',
  'dates.back': '回到“{scenario}”',
  'dates.ofThatDate': '采用当日的供应商与工厂',
  'dates.fixed': '道路随日期而变；供应商与工厂不变。',
  'dates.openings': '通车',
  'dates.belt': '二环：{names}',
  'dates.others.one': '另1段道路',
  'dates.others.other': '另{count}段道路',
  'dates.next': '下一次通车',
  'dates.previous': '上一次通车',
  'dates.valueOpening': '{month}；通车：{names}',
  'dates.goTo': '转到{day}',
  'dates.keys': '方向键逐月移动，Page Up 与 Page Down 跳到下一次通车。',
} as const;
