package demo;

public class Gone implements java.io.Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "Gone";
  }
}
