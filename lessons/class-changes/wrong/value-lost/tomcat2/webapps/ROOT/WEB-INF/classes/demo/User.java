package demo;

import java.io.Serializable;

public class User implements Serializable {
    private static final long serialVersionUID = 1L;

    private String fullName;
    private int age;
    private String email;

    public User(String name, int age) {
        this.fullName = name;
        this.age = age;
        this.email = name + "@shop.example";
    }

    public String getName() {
        return fullName;
    }

    public String getEmail() {
        return email;
    }

    @Override
    public String toString() {
        return "User(" + fullName + "," + age + "," + email + ")";
    }
}
