/** 阈值曲线的用语。 */
export const curve = {
  'curve.title': '如果时限更短或更长',
  'curve.outside': '本系列之外（iOut）',
  'curve.all': '全部集团',
  'curve.paper': '论文的60与70分钟',
  'curve.cutoff': '时限：{T}分钟',
  'curve.chart': '能到达{name}的供应商比例，按时限（分钟）',
  'curve.says': '{T}分钟，基准 → 建设：{shares}。',
  'curve.note':
    '占已定位供应商的比例，严格计算。可在图中拖动或用滑块。第一幅图统计有系列归属的一级供应商，范围30至90分钟；其水平线取自流程图。',
  'curve.nobody': '没有已定位的供应商，无比例可画。',
  'curve.table': '同样内容的表格',
} as const;
