package demo;

public class BadWriteRt implements java.io.Serializable {
  private void writeObject(java.io.ObjectOutputStream out) { throw new IllegalStateException("writeObject runtime"); }

  private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "BadWriteRt";
  }
}
