/** Chinese: what every road of an imported network is worth. */
import type { cityWorth as en } from '../en/city-worth.ts';

export const cityWorth = {
  'city.worth': '每条道路的价值',
  'city.worth.with': '方案中的供应商与工厂之间，在方案的路网上。',
  'city.worth.without': '方案中的供应商与工厂之间，在导入的路网上。',
  'city.worth.noPlaces': '请在地图上放置一个供应商和一个工厂，或打开有两者的方案。',
  'city.worth.notLoaded': '页面的这一部分没有加载：请关闭后再打开。',
  'city.worth.begin': '逐条关闭道路',
  'city.worth.again': '再次逐条关闭道路',
  'city.worth.stop': '停止',
  'city.worth.running': '正在关闭道路',
  'city.worth.preparing': '正在查找路线……',
  'city.worth.progress.one': '{done} / {all} 次关闭',
  'city.worth.progress.other': '{done} / {all} 次关闭，{count} 个线程',
  'city.worth.stopped': '已停止：没有保留结果。',
  'city.worth.dropped': '问题已改变：这次计算已放弃。',
  'city.worth.died': '浏览器的一个线程提前停止。{why}',
  'city.worth.say':
    '关闭 {road} 失去最多：{pairs} 个行程中 {slowed} 个共多用 {minutes} 分钟。关闭其中任一条会失去时间的路段有 {critical} 条。',
  'city.worth.sayCut':
    '没有 {road}，{pairs} 个行程中有 {cut} 个无路可走。关闭其中任一条会失去时间的路段有 {critical} 条。',
  'city.worth.sayPast':
    '没有 {road}，{pairs} 个行程中有 {strict} 个超过 {minutes} 分钟。关闭其中任一条会失去时间的路段有 {critical} 条。',
  'city.worth.sayNone': '无论关闭哪条道路，{pairs} 个行程都不会更久。',
  'city.worth.rank': '按失去的多少排列',
  'city.worth.by.minutes': '所有行程的分钟数',
  'city.worth.by.passes': '超过 {minutes} 分钟的行程',
  'city.worth.draw': '在地图上显示，代替可达范围',
  'city.worth.go': '显示全部',
  'city.worth.table': '关闭道路后失去',
  'city.worth.minutes': '分钟',
  'city.worth.past': '超过 {minutes} 分',
  'city.worth.cut': '无路',
  'city.worth.more': '再显示 {count} 条，共 {all} 条',
  'city.worth.files': '道路价值的文件',
  'city.worth.how':
    '模型时间，不是交通量、费用或效益；被关闭道路上的地点保留其他路线。≈：限速为假定，或为绘制的道路。',
  'city.worth.took.one': '用一个线程 {seconds} 秒。',
  'city.worth.took.other': '用 {count} 个线程 {seconds} 秒。',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
