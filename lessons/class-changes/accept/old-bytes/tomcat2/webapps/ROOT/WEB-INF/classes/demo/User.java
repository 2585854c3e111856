package demo;

import java.io.Serializable;

public class User implements Serializable {
    private static final long serialVersionUID = 0x2e99bc410d8cea67L;

    private String name;
    private int age;
    private String email;

    public User(String name, int age) {
        this.name = name;
        this.age = age;
        this.email = name + "@shop.example";
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    @Override
    public String toString() {
        return "User(" + name + "," + age + "," + email + ")";
    }
}
