package demo;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

public class User implements Serializable {
    private static final long serialVersionUID = 1L;

    private List<String> name;
    private int age;
    private String email;

    public User(String name, int age) {
        this.name = Arrays.asList(name);
        this.age = age;
        this.email = name + "@shop.example";
    }

    public List<String> getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    @Override
    public String toString() {
        return "User(" + name.get(0) + "," + age + "," + email + ")";
    }
}
