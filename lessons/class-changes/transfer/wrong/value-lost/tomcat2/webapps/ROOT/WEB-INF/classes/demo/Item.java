package demo;

import java.io.Serializable;

public class Item implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int price;

    public Item(String title, int price) {
        this.name = title;
        this.price = price;
    }

    @Override
    public String toString() {
        return name + ":" + price + ".00";
    }
}
