/** Words of the search box. */
export const search = {
  'search.label': '查找供应商、工厂、园区或道路',
  'search.placeholder': '供应商、工厂、园区、道路……',
  'search.results': '结果',
  'search.count.one': '1个结果',
  'search.count.other': '{count}个结果',
  'search.none': '未找到“{query}”。请试中英文名称、行政区或道路编号。',
  'search.kind.supplier': '供应商',
  'search.kind.own': '我的厂址',
  'search.kind.plant': '工厂',
  'search.kind.engine': '发动机厂',
  'search.kind.zone': '园区',
  'search.kind.seat': '区政府驻地',
  'search.kind.road': '道路',
  'search.unplaced': '厂址不详',
  'search.clear': '取消道路标记',
} as const;
