package demo;

public class BadRead implements java.io.Serializable {
  private void readObject(java.io.ObjectInputStream in) throws java.io.IOException { throw new java.io.InvalidObjectException("readObject refused"); }

  private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "BadRead";
  }
}
