package demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code /put?class=} puts into the session. */
final class Samples {
  static Object of(String name) {
    return switch (name) {
      case "null" -> null;
      case "User" -> new User();
      case "UserNoUid" -> new UserNoUid();
      case "Plain" -> new Plain();
      case "Wrapper" -> new Wrapper();
      case "TransientWrapper" -> new TransientWrapper();
      case "ListOfPlain" -> new ArrayList<Object>(List.of("ok", new Plain()));
      case "MapWithPlain" -> new HashMap<String, Object>(Map.of("x", new Plain()));
      case "Marked" -> new Marked();
      case "BadWrite" -> new BadWrite();
      case "BadWriteRt" -> new BadWriteRt();
      case "BadRead" -> new BadRead();
      case "Gone" -> new Gone();
      case "MyEnum" -> MyEnum.B;
      case "Thread" -> new Thread("t");
      case "Optional" -> Optional.of("x");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Samples() {}
}
