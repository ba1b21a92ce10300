package dev.debrief.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FewFieldsTest {
  private static Map<String, String> few(Map<String, String> fields) {
    String[] names = fields.keySet().toArray(new String[0]);
    String[] values = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      values[i] = fields.get(names[i]);
    }
    return new FewFields(names, values);
  }

  @Property
  void theyAnswerAsAnyMapDoes(
      @ForAll @Size(max = 8) Map<String, String> fields, @ForAll String other) {
    Map<String, String> few = few(fields);
    assertEquals(fields, few);
    assertEquals(few, fields);
    assertEquals(fields.hashCode(), few.hashCode());
    assertEquals(fields.size(), few.size());
    assertEquals(fields.isEmpty(), few.isEmpty());
    fields.forEach((name, value) -> assertEquals(value, few.getOrDefault(name, "no")));
    assertEquals(fields.containsKey(other), few.containsKey(other));
    assertEquals(fields.get(other), few.get(other));
    assertEquals(fields.getOrDefault(other, "no"), few.getOrDefault(other, "no"));
  }

  @Test
  void nobodyChangesThem() {
    Map<String, String> few = few(Map.of("host", "a.example"));
    assertThrows(UnsupportedOperationException.class, () -> few.put("host", "b.example"));
    assertThrows(UnsupportedOperationException.class, () -> few.remove("host"));
    assertThrows(
        UnsupportedOperationException.class,
        () -> few.entrySet().iterator().next().setValue("b.example"));
    assertEquals("a.example", few.get("host"));
    assertTrue(few.containsKey("host"));
    assertFalse(few.containsKey("request.id"));
    assertNull(few.get("request.id"));
  }
}
