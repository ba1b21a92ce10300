package dev.debrief.cli;

/** The program's entry. */
public final class Main {
  private Main() {}

  /** Runs one call of the command line and exits with its status. */
  public static void main(String[] args) {
    System.out.println("debrief");
  }
}
