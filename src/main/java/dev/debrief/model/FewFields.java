package dev.debrief.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A few names and what they hold, unmodifiable. To go through three names is faster than to compute
 * where in a table one stands; the pass over a case asks for five a record. Equal to any other map
 * of the same.
 */
public final class FewFields extends AbstractMap<String, String> {
  private final String[] names;
  private final String[] values;

  /**
   * Takes over two arrays, which nobody may change any more.
   *
   * @param names all different, few
   * @param values that of each name, in their order
   */
  public FewFields(String[] names, String[] values) {
    this.names = names;
    this.values = values;
  }

  private int place(@Nullable Object name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean isEmpty() {
    return names.length == 0;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return place(name) >= 0;
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    int place = place(name);
    return place < 0 ? null : values[place];
  }

  @Override
  public String getOrDefault(@Nullable Object name, String otherwise) {
    int place = place(name);
    return place < 0 ? otherwise : values[place];
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return IntStream.range(0, names.length)
            .mapToObj(i -> Map.entry(names[i], values[i]))
            .iterator();
      }
    };
  }
}
