package demo;

public class Wrapper implements java.io.Serializable {
  private static final long serialVersionUID = 1L;
  public String name = "w";
  public Plain plain = new Plain();

  @Override
  public String toString() {
    return "Wrapper(" + name + "," + plain + ")";
  }
}
