package demo;

public class TransientWrapper implements java.io.Serializable {
  private static final long serialVersionUID = 1L;
  public String name = "t";
  public transient Plain plain = new Plain();

  @Override
  public String toString() {
    return "TransientWrapper(" + name + "," + plain + ")";
  }
}
