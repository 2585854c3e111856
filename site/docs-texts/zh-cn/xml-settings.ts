import type { XmlProblemCode } from '../../../simulator/tomcat/conf/problems.ts';

/** 格式没错、Tomcat 却不接受的地方，以及在本实验里不起作用的地方。 */
export const settings = {
  'no-rules': 'Tomcat 不认识这里的这个元素，跳过它继续。检查拼写和大小写，以及它是不是放错了地方。',
  'property-unknown': '这个元素没有“{name}”属性。Tomcat 记一行日志，当它没写。检查拼写和大小写。',
  'value-unreadable':
    'Tomcat 用不了“{name}”的值“{value}”，于是保留默认值，虽然日志里没有这么说。数字里不能有空格、单位和小数点。',
  'max-inactive-ignored':
    'maxInactiveInterval 不起作用。session 闲置多久过期写在 web.xml 里：session-timeout，单位是分钟。',
  'setter-threw': '其中有个词写错了，Tomcat 就丢掉整个属性，仍按 DEFAULT 处理。多个词之间用逗号隔开，不能有空格。',
  'uri-encoding': 'Java 不认识字符集“{encoding}”，Connector 仍用默认的。',
  'class-not-found':
    'Tomcat 找不到类“{class}”。逐个字母核对类名；如果类在某个 jar 里，要把 jar 放进 Tomcat 自己的 lib 目录，再重启。',
  'class-not-named': '这个元素必须写明是哪个类：className="…"。',
  'class-with-slashes': '类名用点分隔，不用斜杠。',
  'class-needs': '类找到了，但它依赖的 {class} 没有。lib 目录里少了别的 jar，或者这个类是给别的 Tomcat 版本写的。',
  'class-misfit': '类是有的，但不该放在这里。Valve 和 Manager 的类不能互换。',
  'child-twice': '同名的已经有一个了。换个名字，或者删掉。',
  'no-effect': 'Tomcat 认识“{name}”，但在这个实验里不起作用。',
  'element-ignored': 'web.xml 的这个位置没有“{name}”元素，Tomcat 会默默跳过它。',
} as const satisfies Record<XmlProblemCode, string>;
