package demo;

public class Plain {
  public String text = "plain";

  @Override
  public String toString() {
    return "Plain(" + text + ")";
  }
}
