package demo;

public class UserNoUid implements java.io.Serializable {
  public String name = "zhang";
  public int age = 20;

  @Override
  public String toString() {
    return "UserNoUid(" + name + "," + age + ")";
  }
}
