package demo;

public class BadWrite implements java.io.Serializable {
  private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException { throw new java.io.IOException("writeObject refused"); }

  private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "BadWrite";
  }
}
