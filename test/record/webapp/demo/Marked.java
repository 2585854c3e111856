package demo;

public class Marked implements java.io.Serializable {
  private static final long serialVersionUID = 1L;
  public int x = 7;
  public transient String t = "tt";

  @Override
  public String toString() {
    return "Marked(x=" + x + ",t=" + t + ")";
  }
}
