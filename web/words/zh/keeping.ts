/** 本浏览器能否保存的词语。 */
export const keeping = {
  'keeping.full': '“{title}”未保存：本浏览器的存储空间已满。请存为文件，或删除不再需要的方案。',
  'keeping.blocked': '“{title}”未保存：本浏览器禁止存储。若不存为文件，关闭页面后将丢失。',
  'keeping.save': '存为文件',
  'keeping.taken': '本浏览器在名称{id}下保存着无法读取的内容。“{title}”改以{free}保存。',
} as const;
