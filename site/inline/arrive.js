// The links of a built page are relative, so that the site runs from any folder. Two cases need help.
(() => {
  const { protocol, pathname, search, hash } = location;
  if (protocol.startsWith('http')) {
    // Some hosts answer for a folder without its slash: relative links would lead one folder too high.
    if (/(\/|\.html)$/.test(pathname)) return;
    try {
      history.replaceState(null, '', `${pathname}/${search}${hash}`);
    } catch {
      // Only a frame that may not even do this stays without its styles.
    }
    return;
  }
  if (protocol !== 'file:') return;
  const say = {
    en: 'This page was opened straight from the disk, where browsers forbid its scripts. Start a small server in the folder of README.txt, for example "python3 -m http.server", and open the address that it prints.',
    zh: '这个页面是直接从磁盘打开的，浏览器不允许它的脚本运行。请在 README.txt 所在的文件夹里启动一个小服务器，例如 "python3 -m http.server"，再打开它给出的地址。',
  };
  addEventListener('DOMContentLoaded', () => {
    const { lang } = document.documentElement;
    const told = document.createElement('div');
    told.setAttribute('role', 'alert');
    told.style.cssText =
      'padding:1rem;border-bottom:3px solid #b45309;background:#fff7e6;color:#1f2328;font:1rem/1.5 sans-serif';
    const root = document.querySelector('a[data-language]') && !document.querySelector('header');
    for (const [language, words] of Object.entries(say)) {
      if (!root && !lang.startsWith(language)) continue;
      const line = document.createElement('p');
      line.lang = language === 'zh' ? 'zh-CN' : 'en';
      line.style.margin = '0';
      line.textContent = words;
      told.append(line);
    }
    document.body.prepend(told);
  });
})();
