/** Java sources for a webapp's `WEB-INF/classes`, by path below that folder: what a learner begins with. */

/** A visitor as the guide keeps him in the session: Serializable, with a serialVersionUID of its own. */
const user = `package demo;

import java.io.Serializable;

public class User implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name;
    private int age;

    public User(String name, int age) {
        this.name = name;
        this.age = age;
    }

    public String getName() {
        return name;
    }

    @Override
    public String toString() {
        return "User(" + name + "," + age + ")";
    }
}
`;

/** The same without a serialVersionUID: the JVM computes one from the class, and every change of the class changes it. */
const userNoUid = user
  .replaceAll('User', 'UserNoUid')
  .replace(/ *private static final long serialVersionUID = 1L;\n\n/, '');

/** What lies in a cart; it forgot to be Serializable. */
const item = `package demo;

public class Item {
    private final String title;
    private final int price;

    public Item(String title, int price) {
        this.title = title;
        this.price = price;
    }

    @Override
    public String toString() {
        return title + ":" + price;
    }
}
`;

/** A cart of items: Serializable itself, and still it cannot be written as long as Item cannot. */
const cart = `package demo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

public class Cart implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Item> items = new ArrayList<>();

    public Cart() {
        items.add(new Item("book", 20));
    }

    @Override
    public String toString() {
        return "Cart" + items;
    }
}
`;

const javaSources: Readonly<Record<string, string>> = {
  'demo/User.java': user,
  'demo/UserNoUid.java': userNoUid,
  'demo/Item.java': item,
  'demo/Cart.java': cart,
};

/** The sources as files of a Tomcat whose webapp is ROOT. */
export const webappSources = (names: readonly string[] = Object.keys(javaSources)): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`webapps/ROOT/WEB-INF/classes/${name}`, javaSources[name] ?? '']));
