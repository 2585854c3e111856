package demo;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

public class Cart implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient List<Item> items = new ArrayList<>();

    public Cart() {
        items.add(new Item("book", 20));
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(items.size());
        for (Item item : items) {
            out.writeUTF(item.getTitle());
            out.writeInt(item.getPrice());
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        items = new ArrayList<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            items.add(new Item(in.readUTF(), in.readInt()));
        }
    }

    @Override
    public String toString() {
        return "Cart" + items;
    }
}
