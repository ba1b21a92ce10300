package dev.debrief.cli;

/** What {@code --version} says; a test holds it to the pom. */
final class Version {
  static final String NUMBER = "0.1.0";
  static final String TEXT = "debrief " + NUMBER;

  private Version() {}
}
