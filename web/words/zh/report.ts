/** 中文：页面生成的报告。 */
import type { report as en } from '../en/report.ts';

export const report = {
  'report.title': '完整报告',
  'report.about':
    '问题、答案、地图、把握、对策、道路价值与来源合为一个文件，可阅读、可打印；beltway verify 核对其中每个数字。',
  'report.doubts': '包括抽样：能说明到什么程度，取决于什么（需时最多）',
  'report.format.html': 'HTML，单独一页即可',
  'report.format.markdown': 'Markdown',
  'report.format.csv': 'CSV，一张长表',
  'report.format.json': 'JSON，全部内容',
  'report.progress': '正在生成：{part}',
  'report.cancel': '停止',
  'report.stopped': '已停止：未保存任何文件。',
  'report.part.answer': '答案',
  'report.part.reliability': '多少次',
  'report.part.confidence': '有多确定',
  'report.part.sensitivity': '取决于什么',
  'report.part.fixes': '要满足需要什么',
  'report.part.values': '道路价值',
  'report.part.build-order': '建设次序',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
