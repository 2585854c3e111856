package demo;

import java.io.Serializable;

public class User implements Serializable {
    private String name;
    private int age;
    private Object lock = new Object();

    public User(String name, int age) {
        this.name = name;
        this.age = age;
    }

    @Override
    public String toString() {
        return "User(" + name + "," + age + ")";
    }
}
