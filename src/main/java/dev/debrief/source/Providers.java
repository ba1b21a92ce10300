package dev.debrief.source;

/**
 * Who spoke, told from the words, for dumps that lost it: only texts that one part of the platform
 * says and nobody else.
 */
final class Providers {
  private static final String[] RUNNER = {
    "Pulling container image",
    "Successfully prepared image",
    "Configuring firecracker",
    "Machine created and started in ",
    "Machine started in ",
    "machine exited with exit code ",
    "machine restart policy set to ",
    "machine has reached its max restart count",
    "machine did not have a restart policy",
    "Unpacking image",
    "Setting up volume '",
    "Opening encrypted volume",
    "Encrypting volume",
    "Formatting volume",
    "Uninitialized volume '",
    "Starting instance",
    "Configuring virtual machine",
    "Preparing kernel init",
    "Starting virtual machine",
    "Shutting down virtual machine",
    "Reserved resources for machine '",
    "Trial machine stopping."
  };
  private static final String[] PROXY = {
    "machine started in ",
    "waiting for machine to be reachable on ",
    "machine became reachable in ",
    "could not find a good candidate within ",
    "instance refused connection",
    "Downscaling app ",
    "Could not proxy HTTP request",
    "could not make HTTP request to instance",
    "could not send HTTP request to instance",
    "machine was recently stopped and is unavailable"
  };

  private Providers() {}

  /** The provider whose words these are, or empty. */
  static String of(String message) {
    if (message.isEmpty()) {
      return "";
    }
    char c = message.charAt(0);
    if (c == '[') {
      boolean code =
          message.length() > 6
              && message.charAt(1) == 'P'
              && message.charAt(5) == ']'
              && Stamp.digit(message.charAt(3))
              && Stamp.digit(message.charAt(4));
      return code ? "proxy" : "";
    }
    if (message.startsWith("Health check on port ") || message.startsWith("Health check '")) {
      return "health";
    }
    if (message.equals("Starting machine") || starts(message, PROXY)) {
      return "proxy";
    }
    if (message.startsWith("App ") && message.contains(" has excess capacity, auto")) {
      return "proxy";
    }
    return starts(message, RUNNER) ? "runner" : "";
  }

  private static boolean starts(String message, String[] texts) {
    for (String text : texts) {
      if (message.startsWith(text)) {
        return true;
      }
    }
    return false;
  }
}
