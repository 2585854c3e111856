import type { ProblemCode } from '../../../simulator/redis/conf/language.ts';

/** redis-server 读 redis.conf 时每条报错的意思和改法。`{x}` 是问题自带的值。 */
export const problems = {
  'bad-directive':
    'Redis 没有带这么多参数的“{name}”指令。检查拼写；名字和值之间用空格隔开，不写 = 或冒号。注释要单独成行，以 # 开头。',
  'wrong-arguments': '“{name}”后面的参数太多或太少。值里有空格要加引号；写在后面的注释也会被当成参数。',
  'unbalanced-quotes': '引号没有关上，或者右引号后面紧跟着别的字符。右引号之后只能是空格或行尾；中文引号只是普通字符。',
  'bad-value': 'Redis 不接受“{name}”的这个值：{message}。',
  'cannot-open': 'Redis 读不到这个文件。相对路径从启动 redis-server 时所在的目录算起，而不是从本文件所在的目录。',
  'cannot-enter': '没有这个目录，Redis 也不会替你建。dir 是 dump.rdb 和 AOF 文件所在的目录。',
  'endless-include': '这个文件直接或间接地包含了自己。Redis 会一直读下去，直到栈溢出而崩溃。',
  'bad-address':
    '“{value}”不是地址。bind 后面写本机的地址，用空格隔开，不能有逗号、端口或注释。带着它，服务器启动不了。',
  'save-ignored': 'Redis 3.2.1 读到这一行不会报错，但也不会因此存盘：一行 save 要写两个数，秒数和改动次数。',
  'empty-password':
    '在 Redis 3.2.1 的配置文件里，空密码也是密码：所有人都得先用 AUTH "" 登录。不想要密码，就删掉这一行。',
  'unknown-unit': 'Redis 3.2.1 看不懂“{value}”这个大小，会不声不响当成 0，也就是不限制。请写成 100mb、1gb 这样。',
  'sloppy-number': 'Redis 3.2.1 会把“{value}”当成 {number}，并且不报错。请只写数字。',
  'open-door':
    '没有密码，关了保护模式，监听的又不只是本机：谁连得上这个端口，谁就能读写所有会话。请设置 requirepass，或者只 bind 到 Tomcat 能访问的地址。',
  'no-effect': 'Redis 认识“{name}”，也照常检查，但在这个实验里它不起作用。',
} as const satisfies Record<ProblemCode, string>;
