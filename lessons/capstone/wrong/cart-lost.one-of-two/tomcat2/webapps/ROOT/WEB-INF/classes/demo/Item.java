package demo;

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
