import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'Customers on the move',
    task: 'A, B and C have the shop on their phones: between two clicks they leave the Wi-Fi, and their address is another. ip_hash then sends them to another Tomcat. What stays is the cookie, and each Tomcat here writes its own name behind every id it gives out (jvmRoute): JSESSIONID=… .tomcat1. Nobody is to be logged out for moving, and both Tomcats are to work.',
    checks: {
      ...everywhere.en.checks,
      'keeps-logins': 'Whoever has logged in is recognised on every later page, whatever his address is by then.',
      'both-work': 'Both Tomcats take part.',
      pages: 'Every request gets a page: 200, written by a Tomcat.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}) and got {status}. nginx tried {upstream}. Which ports do the two Tomcats listen on?',
      'idle-server':
        'After {count} requests {server} had not answered one. Those who bring no cookie yet must be spread as well: by which line?',
      'login-lost':
        '{visitor} had logged in, but at second {second} request {request} reached {server}, which does not know that session. The cookie was the same, the address perhaps not. What in this file looks at the cookie?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'Compare the addresses in the file with the ports on the Tomcats’ cards.',
        'tomcat1 listens on 8080, tomcat2 on 8081.',
      ],
      'idle-server': ['Where does a request without a cookie go in this file?', 'Let the default be a group of both.'],
      'login-lost': [
        'The cookie is at hand in nginx.conf as $cookie_JSESSIONID; its end names the Tomcat.',
        'map turns one value into another, also by regular expressions: from the end of the id to an address. To hash the cookie is no help: at the login there was none, and afterwards the sum is another.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '走动的顾客',
    task: 'A、B、C 用手机逛小店：两次点击之间离开了 Wi-Fi，地址就换了，ip_hash 于是把他们送到另一台 Tomcat。不变的是 cookie，而这里的每台 Tomcat 都把自己的名字写在发出的编号后面（jvmRoute）：JSESSIONID=… .tomcat1。请让谁也不会因为走动而掉登录，并且两台都有活干。',
    checks: {
      ...everywhere['zh-cn'].checks,
      'keeps-logins': '登录过的访客，不管这时地址是什么，之后每个页面都认得他。',
      'both-work': '两台 Tomcat 都有活干。',
      pages: '每个请求都得到页面：状态码 200，由某台 Tomcat 写出。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}），得到 {status}。nginx 试过的地址：{upstream}。两台 Tomcat 各听哪个端口？',
      'idle-server': '{count} 个请求过去，{server} 一个也没接到。还没有 cookie 的人也要分开：靠哪一行？',
      'login-lost':
        '{visitor} 已经登录，但第 {second} 秒的请求 {request} 到了 {server}，它不认得这个 session。cookie 没变，地址也许变了。这份文件里，哪里看了 cookie？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': ['把文件里的地址和 Tomcat 卡片上的端口比一比。', 'tomcat1 听 8080，tomcat2 听 8081。'],
      'idle-server': ['在这份文件里，没带 cookie 的请求会去哪里？', '让 default 是包含两台的那一组。'],
      'login-lost': [
        '在 nginx.conf 里，cookie 就是变量 $cookie_JSESSIONID，它的结尾写着 Tomcat 的名字。',
        'map 能把一个值变成另一个，也能用正则：从编号的结尾变成地址。对 cookie 做哈希没有用：登录那一次还没有 cookie，之后算出来的就不一样了。',
      ],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'keeps-logins' | 'both-work' | 'pages',
  'nginx-refuses' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'idle-server' | 'login-lost'
>;
