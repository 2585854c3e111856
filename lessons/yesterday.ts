import type { PartId } from './course.ts';
import type { Language } from './texts.ts';

/** A question that opens a part of the course: on the part before, which was perhaps yesterday. It is not counted. */
export interface Yesterday {
  /** The lesson in which it could be seen. */
  lesson: string;
  texts: Record<Language, YesterdayTexts>;
}

/** `code` stands between backticks. */
export interface YesterdayTexts {
  question: string;
  answers: readonly [YesterdayAnswer, YesterdayAnswer, YesterdayAnswer];
}

export interface YesterdayAnswer {
  answer: string;
  /** What is right or wrong with it. */
  reply: string;
}

/** Every part but the first has one. What the answers say is played in the tests. */
export const yesterday: Record<Exclude<PartId, 'one-server'>, Yesterday> = {
  'load-balancing': {
    lesson: 'restart',
    texts: {
      en: {
        question:
          'The shop has one Tomcat, version 10.1. A is logged in, and the browser stays open. The Tomcat is stopped as one should, with `shutdown.sh`, and started again. A opens **Who am I**. What comes?',
        answers: [
          {
            answer: 'A is still logged in, for the cookie is still there',
            reply:
              'The cookie is there and was sent along. But it holds an id, and under that id there is nothing left.',
          },
          {
            answer: 'A page with status 200, and nobody knows A',
            reply:
              'Yes. At an orderly stop Tomcat 10.1 writes no `SESSIONS.ser` unless it is told to, so the session went with the process. With Tomcat 7, A would still be logged in.',
          },
          {
            answer: 'An error, for the id is unknown',
            reply:
              'An unknown id is no error. The page comes with 200 and finds nobody; a page that must have a session hands out a new id.',
          },
        ],
      },
      'zh-cn': {
        question:
          '小店只有一台 Tomcat 10.1，A 登录着，浏览器一直没关。有人用 `shutdown.sh` 正常关闭了 Tomcat，又启动起来。A 这时打开**我是谁**，会看到什么？',
        answers: [
          {
            answer: '还是登录状态，cookie 还在嘛',
            reply: 'cookie 是还在，也确实发过去了。可里面只有一个编号，编号底下已经没有东西了。',
          },
          {
            answer: '状态码 200，但是不认得 A',
            reply:
              '对。Tomcat 10.1 正常关闭时默认不写 `SESSIONS.ser`，session 跟着进程一起没了。换成 Tomcat 7，A 就还是登录状态。',
          },
          {
            answer: '报错，因为编号对不上',
            reply: '编号对不上不算错。页面照样是 200，只是查不到人；非要 session 不可的页面，会另发一个新编号。',
          },
        ],
      },
    },
  },
  'shared-sessions': {
    lesson: 'failover',
    texts: {
      en: {
        question:
          'Two Tomcats and `ip_hash`; A belongs to tomcat1. tomcat1 is killed, A logs in again on tomcat2, and tomcat1 is started again. A minute later A opens **Who am I**. What comes?',
        answers: [
          {
            answer: 'tomcat2 answers and knows A: that is where the session is',
            reply:
              'nginx does not look for sessions, and does not remember who was where. It reckons the server from the address, each time anew.',
          },
          {
            answer: 'tomcat1 answers and does not know A',
            reply:
              'Yes. The 10 seconds for which nginx had set tomcat1 aside are over, the same address gives the same server, and the memory of a restarted Tomcat is empty. One crash, two lost logins.',
          },
          {
            answer: '502: nginx still takes tomcat1 for dead',
            reply:
              'For 10 seconds it does, and meanwhile tomcat2 answers. Then nginx tries it with the next real request, and it works.',
          },
        ],
      },
      'zh-cn': {
        question:
          '两台 Tomcat，配了 `ip_hash`，A 归 tomcat1。tomcat1 被杀，A 在 tomcat2 上重新登录，接着 tomcat1 又启动了。过了一分钟，A 打开**我是谁**，会怎样？',
        answers: [
          {
            answer: 'tomcat2 回答，认得 A：session 在它那里',
            reply: 'nginx 不去找 session 在哪里，也不记谁去过哪里。它每次都拿地址重新算一遍。',
          },
          {
            answer: 'tomcat1 回答，不认得 A',
            reply:
              '对。nginx 停用 tomcat1 的 10 秒早过了，同样的地址算出来还是同一台，而重启后的 Tomcat 内存是空的。一次宕机，丢了两次登录。',
          },
          {
            answer: '502：nginx 还当 tomcat1 没好',
            reply: '只当 10 秒，这期间由 tomcat2 回答。之后 nginx 拿下一个真实的请求去试，一试就通。',
          },
        ],
      },
    },
  },
  'in-operation': {
    lesson: 'inside-redis',
    texts: {
      en: {
        question:
          'Both Tomcats keep their sessions in Redis, with the guide’s `<Manager>`. A puts a book into the cart, and tomcat1 makes the page. When does Redis hear of the book?',
        answers: [
          {
            answer: 'At once, when the page calls `setAttribute`',
            reply:
              'No. What is changed first is the copy in the memory of tomcat1; until the page is made, Redis knows nothing of it.',
          },
          {
            answer: 'At the end of the request, with the whole session',
            reply:
              'Yes. `GET` brings the whole session at the beginning, `SET` writes the whole of it back at the end. And if two requests do that at the same time? This part comes to it.',
          },
          {
            answer: 'When tomcat1 is stopped',
            reply:
              'That was `PersistentManager` with a directory for both. A `kill -9` would then take every login with it.',
          },
        ],
      },
      'zh-cn': {
        question:
          '两台 Tomcat 都用原教程的 `<Manager>` 把 session 存进 Redis。A 往购物车里放了一本书，页面由 tomcat1 生成。Redis 什么时候知道这本书？',
        answers: [
          {
            answer: '页面一调用 `setAttribute` 就知道',
            reply: '不是。先改的是 tomcat1 内存里的那一份，页面做完之前，Redis 什么都不知道。',
          },
          {
            answer: '请求结束时，随整个 session 一起写进去',
            reply:
              '对。请求开始时用 `GET` 整个取来，结束时用 `SET` 整个写回。要是两个请求同时这么做呢？这一部分会讲到。',
          },
          {
            answer: 'tomcat1 正常关闭的时候',
            reply:
              '那是 `PersistentManager` 加共享目录的做法。Redis 要是也这么存，一次 `kill -9` 就把所有登录都带走了。',
          },
        ],
      },
    },
  },
};
