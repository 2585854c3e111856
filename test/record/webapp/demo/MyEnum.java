package demo;

public enum MyEnum {
  A,
  B,
  C
}
