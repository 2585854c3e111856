package demo;

public class User implements java.io.Serializable {
  private static final long serialVersionUID = 1L;
  public String name = "zhang";
  public int age = 20;

  @Override
  public String toString() {
    return "User(" + name + "," + age + ")";
  }
}
