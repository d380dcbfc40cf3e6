/** 数字依据的用语。 */
export const sources = {
  'sources.title': '数字的依据',
  'sources.estimates':
    '供应商的分钟数中，{share}依据估计的长度与连接线（单次行程{range}），其中{chains}的总分钟在按城镇连线画出的道路上（{chainRange}）。',
  'sources.range': '{low}至{high}',
  'sources.scope':
    '单程行车时间，不含装卸，按我们假定的限速与延误。情景只删去道路记录，并不预测本会另建什么。此处不预测交通、采购或创新。',
  'sources.data': '数据{id}，摘要{digest}',
  'sources.list.one': '{count}个来源',
  'sources.list.other': '{count}个来源',
} as const;
