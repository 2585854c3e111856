import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'A third Tomcat, and half a shop',
    task: 'Somebody has set up a third Tomcat (port 8082) and gone home early. Some pages come, others are a 404 from nginx, and the new machine stands about. Every page is to come, and all three are to work.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request, whatever its page, gets a 200 written by a Tomcat.',
      'all-work': 'All three Tomcats take part.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}) and got {status}. nginx tried {upstream}. Which ports do the three Tomcats listen on?',
      'idle-server':
        'After {count} requests {server} had not answered one. Does the group have a line for it, with its port?',
    },
    hints: {
      ...everywhere.en.hints,
      'not-proxied': [
        'nginx answered by itself: look at which location the path falls into.',
        'location /index takes only paths that begin with /index. What would take all of them?',
      ],
      'bad-gateway': [
        'Compare the ports in the upstream with those on the Tomcats’ cards.',
        'The three listen on 8080, 8081 and 8082.',
      ],
      'idle-server': [
        'Count the lines server in the upstream.',
        'The third Tomcat listens on the port after the second one’s.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '第三台 Tomcat，半个小店',
    task: '有人装好了第三台 Tomcat（端口 8082），然后提前下班了。有的页面出得来，有的是 nginx 给的 404，新机器还一直闲着。请让每个页面都出得来，三台都有活干。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '不管哪个页面，每个请求都得到 200，由某台 Tomcat 写出。',
      'all-work': '三台 Tomcat 都有活干。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}），得到 {status}。nginx 试过的地址：{upstream}。三台 Tomcat 各听哪个端口？',
      'idle-server': '{count} 个请求过去，{server} 一个也没接到。那一组里有它的一行吗？端口对吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'not-proxied': [
        '这是 nginx 自己回答的：看看这个路径落进了哪个 location。',
        'location /index 只管以 /index 开头的路径。怎么写才能全管？',
      ],
      'bad-gateway': ['把 upstream 里的端口和三台 Tomcat 卡片上的端口比一比。', '三台听的是 8080、8081、8082。'],
      'idle-server': ['数一数 upstream 里有几行 server。', '第三台的端口，就是第二台的下一个。'],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'all-work',
  'nginx-refuses' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'idle-server'
>;
