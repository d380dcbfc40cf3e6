/** Words of the frame of the page. */
export const app = {
  'app.title': 'Beltway',
  'app.place': '广州',
  'app.scenario': '情景',
  'app.answer': '结论',
  'app.flowchart': '流程图',
  'app.map': '地图',
  'app.openPanel': '打开{panel}',
  'app.closePanel': '关闭{panel}',
  'app.computing': '计算中……',
  'app.skip': '跳到结论',
  'app.failed': '无法计算：{why}',
  'app.restarted': '计算意外中断，已重新启动。',
  'app.broken': '此问题两次使计算中断。屏幕保留上一次有效结果；请更改设置或重新加载页面。',
  'app.dismiss': '关闭',
} as const;
