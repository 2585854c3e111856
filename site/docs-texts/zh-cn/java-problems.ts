/** 在 Java 类里发现的问题，以及它对会话意味着什么。 */
export const problems = {
  syntax: '这一段实验环境读不懂。前面可能少了括号、分号或引号；较新的 Java 写法（例如带箭头的 switch）这里不支持。',
  'unknown-type': '{name} 在已有的文件、import 和实验环境认识的包里都找不到，先按存在处理。',
  'holds-unserializable':
    '{field} 里可能放 {class} 的对象。{owner} 实现了 Serializable，{class} 却没有：只要放进一个，整个会话就写不出去。让 {class} 实现 Serializable，或者给这个字段加 transient。',
  'no-uid':
    '{class} 没有声明 serialVersionUID，Java 会根据类的成员算一个。以后加个方法或字段，这个值就变了，之前写入的对象再也读不回来。',
};
