import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    flicker: {
      title: 'Flicker',
      stage: 'Unknown, known, unknown, known.',
      say: 'No words. One minute of the last lesson.',
      after: 'Who would buy anything in such a shop?',
    },
    addresses: {
      title: 'Who meets whom?',
      stage: 'ip_hash goes by the address. A is 203.0.113.10, B is 192.0.2.42, C is 203.0.113.7. Who meets whom?',
      say: 'Show the line that is added, and the three addresses. B comes first this time, then A, then C. Do not show the histogram before the second vote.',
      ask: 'B logs in first, then A, then C. Who is where?',
      answers: {
        'in-order': {
          answer: 'By who comes first: B and C on tomcat1, A on tomcat2',
          reply: 'nginx keeps no list of who went where. It computes the server from the address, every time anew.',
        },
        network: {
          answer: 'A and C together on tomcat1, B on tomcat2',
          reply: 'Yes. ip_hash looks at the first three parts of an address; to nginx, A and C are one.',
        },
        together: {
          answer: 'All three on tomcat1',
          reply: 'The networks of A and B differ. So may what comes of the sum, and here it does.',
        },
      },
      after: 'Open one of A’s requests and do the sum once, aloud: the last part of the address is nowhere in it.',
    },
    'other-order': {
      title: 'They stay',
      stage: 'In another order, and logged in again: each is where he was.',
      say: 'Ask what nginx would do with this classroom. Everybody looks up the address that a web page sees of him.',
      ask: 'All of you open this shop. How many Tomcats work?',
      expect: [
        { answer: 'Both; we are many.', reply: 'Most of a room has the same address. It would sit on one Tomcat.' },
        {
          answer: 'One user, one server.',
          reply: 'Two users in one office, one user on two networks: let them find both with A’s address.',
        },
      ],
      after: 'Whoever puts a proxy in front of this nginx has one address for the whole world.',
    },
    phone: {
      title: 'A leaves the Wi-Fi',
      stage: 'A’s phone leaves the Wi-Fi and is 192.0.2.50 now. Same browser, same cookie. Is A still logged in?',
      say: 'One vote is enough. Ask somebody to compute nothing and to say only which of the others has that network.',
      ask: 'A has another address, and the same cookie. Does the next page know A?',
      answers: {
        known: { answer: 'Yes, the cookie is the same', reply: 'The cookie is, and the server is not.' },
        forgotten: {
          answer: 'No',
          reply: 'Right. The address is in B’s network now, so A is where B is, and nobody knows A there.',
        },
      },
      after: 'Then take the whole address? Right for the classroom; the phone is not helped by it.',
    },
    exercise: {
      title: 'Your own way',
      stage: 'Your turn: whoever has logged in stays known, and both Tomcats take part.',
      say: 'On their own devices; there is more than one way. For the quick ones: the second exercise, where addresses change and only the cookie stays.',
      expect: [{ answer: 'Now the sessions are safe.', reply: 'Leave it. The next lesson kills a server.' }],
      after: 'Ask for two different answers that pass, and what each goes by.',
    },
  },
  'zh-cn': {
    flicker: {
      title: '时有时无',
      stage: '不认得、认得、不认得、认得。',
      say: '不说话，把上一课重演一分钟。',
      after: '谁会在这样的店里买东西？',
    },
    addresses: {
      title: '谁和谁在一台',
      stage: 'ip_hash 看地址。A 是 203.0.113.10，B 是 192.0.2.42，C 是 203.0.113.7。谁和谁在一台？',
      say: '给大家看加上的那一行和三个地址。这一次 B 先来，然后是 A，再是 C。两次投完再看分布。',
      ask: 'B 先登录，接着是 A，再是 C。谁在哪台？',
      answers: {
        'in-order': {
          answer: '按先来后到：B 和 C 在 tomcat1，A 在 tomcat2',
          reply: 'nginx 不记录谁去过哪里，它每次都拿地址重新算。',
        },
        network: {
          answer: 'A 和 C 都在 tomcat1，B 在 tomcat2',
          reply: '对。ip_hash 只看地址的前三段，对它来说 A 和 C 就是同一个人。',
        },
        together: { answer: '三个人都在 tomcat1', reply: 'A 和 B 的网段不同，算出来的就可能不同；这里确实不同。' },
      },
      after: '点开 A 的一个请求，当着大家把那个式子算一遍：地址的最后一段根本没有参加。',
    },
    'other-order': {
      title: '换个顺序也一样',
      stage: '换了顺序，也重新登录了：每个人还在原来那台。',
      say: '问：如果访客就是这间教室里的人呢？每个人查一下自己的公网地址。',
      ask: '你们所有人都打开这家小店，有几台 Tomcat 在干活？',
      expect: [
        { answer: '两台，我们人多。', reply: '一个教室多半是同一个地址，全班都坐在一台 Tomcat 上。' },
        {
          answer: '一个用户一台服务器。',
          reply: '一个办公室里的两个人、换了网络的一个人：让他们改 A 的地址，两种都试出来。',
        },
      ],
      after: '在这台 nginx 前面再放一层代理，全世界就只剩一个地址了。',
    },
    phone: {
      title: 'A 离开了 Wi-Fi',
      stage: 'A 的手机离开 Wi-Fi，地址变成 192.0.2.50。浏览器没换，cookie 没换。登录还在吗？',
      say: '投一次就够。请一个人说说，不用算：这个网段和谁的一样？',
      ask: 'A 换了地址，cookie 没换。下一个页面认得他吗？',
      answers: {
        known: { answer: '认得，cookie 还是那个', reply: 'cookie 是那个，服务器不是那台了。' },
        forgotten: { answer: '不认得', reply: '对。这个地址和 B 同一个网段，A 就去了 B 那台，那里没有人认得他。' },
      },
      after: '那就看整个地址？对教室有用，对手机没有用。',
    },
    exercise: {
      title: '用你们自己的办法',
      stage: '轮到你们：登录过的人一直认得，两台 Tomcat 都有活干。',
      say: '各自在自己的设备上做，办法不止一种。给做得快的人：第二个练习，地址会变，不变的只有 cookie。',
      expect: [{ answer: '这下 session 安全了。', reply: '先不答，下一课会杀一台。' }],
      after: '请两个人各说一种通过了的写法：它看的是什么？',
    },
  },
} satisfies BeatsTexts<typeof beats>;
