package demo;

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
