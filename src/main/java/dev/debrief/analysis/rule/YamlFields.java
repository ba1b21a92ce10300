package dev.debrief.analysis.rule;

import dev.debrief.model.InputProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The named values of one YAML mapping, and which of them were asked for. */
final class YamlFields {
  private final String where;
  private final YamlNode.Fields node;
  private final Set<String> read = new HashSet<>();

  YamlFields(String where, YamlNode.Fields node) {
    this.where = where;
    this.node = node;
  }

  boolean has(String name) {
    return node.fields().containsKey(name);
  }

  Optional<YamlNode> optional(String name) {
    read.add(name);
    return Optional.ofNullable(node.fields().get(name));
  }

  /** A text that must be there and must not be blank. */
  String text(String name) throws InputProblem {
    String text = textOr(name, "");
    if (text.isBlank()) {
      throw problem(name, "'" + name + "' is missing or blank", "add a line '" + name + ": …'");
    }
    return text;
  }

  String textOr(String name, String otherwise) throws InputProblem {
    Optional<YamlNode> value = optional(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.get() instanceof YamlNode.Scalar scalar) {
      return scalar.text().strip();
    }
    throw problem(name, "'" + name + "' takes one text", "write it as '" + name + ": …'");
  }

  <T> List<T> list(String name, RuleReader.ItemReader<T> one) throws InputProblem {
    Optional<YamlNode> value = optional(name);
    return value.isEmpty() ? List.of() : RuleReader.items(value.get(), where, one);
  }

  double number(String name, double otherwise, double least, double most) throws InputProblem {
    String text = textOr(name, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw problem(name, "'" + text + "' is no number", "write a number", e);
    }
    throw problem(name, "'" + text + "' is out of range", "stay between " + least + " and " + most);
  }

  <T> T choice(String name, T otherwise, Function<String, Optional<T>> named) throws InputProblem {
    String text = textOr(name, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    Optional<T> value = named.apply(text);
    if (value.isEmpty()) {
      throw problem(
          name, "'" + text + "' is no value for '" + name + "'", "see the rules that come along");
    }
    return value.get();
  }

  /** Refuses fields that nobody asked for: a misspelt name must not be passed over. */
  void nothingElse() throws InputProblem {
    for (String name : node.fields().keySet()) {
      if (!read.contains(name)) {
        throw problem(name, "'" + name + "' is no field here", "check its spelling or remove it");
      }
    }
  }

  InputProblem problem(String name, String what, String remedy) {
    return problem(name, what, remedy, null);
  }

  private InputProblem problem(String name, String what, String remedy, @Nullable Throwable cause) {
    YamlNode value = node.fields().get(name);
    int line = value == null ? node.line() : value.line();
    return new InputProblem(where + ":" + line, what, remedy, cause);
  }
}
