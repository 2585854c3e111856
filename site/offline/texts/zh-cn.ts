import type { OfflineWords } from './words.ts';

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export const words: OfflineWords = {
  mark: '可离线使用',
  newer: {
    said: '本站有新版本了。你写的内容都会保留。',
    take: '现在换上',
    later: '以后再说',
  },
  about: '打开过一次之后，没有网络也能上整门课：课文、实验台和编辑器，中英文都在。',
  impossible: '这个浏览器无法保存离线副本：需要用 https（或 localhost）访问，并且允许网站保存数据。',
  absent: '这个浏览器里没有离线副本。',
  partly: ({ kept, files, bytes, transfer }) =>
    `目前只存了你打开过的部分（${files} 个文件中的 ${kept} 个，${mb(bytes)}）。全部下载大约 ${mb(transfer)}。`,
  filling: ({ kept, files, bytes, all }) =>
    `正在下载离线副本：${files} 个文件中的 ${kept} 个，${mb(bytes)} / ${mb(all)}。`,
  whole: ({ bytes }) => `可离线使用：整门课在这个浏览器里占 ${mb(bytes)}。`,
  trouble: {
    full: '浏览器的空间放不下其余部分了。已经存下的可以离线使用。',
    unreachable: '有些文件没能下载，下次打开时会接着来。',
  },
  keep: '下载以便离线使用',
  remove: '删除离线副本',
};
