package dev.debrief.analysis.line;

/** What a line says about a machine's life: mostly the platform's own, some the program's. */
public sealed interface PlatformLine {
  /** Init: the main process ended by itself, with this code. */
  record MainExited(int code) implements PlatformLine {}

  /** Init: a signal ended the main process. */
  record MainKilled(String signal) implements PlatformLine {}

  /** Init: the kernel's log names the main process among those killed for want of memory. */
  record OomFound() implements PlatformLine {}

  /** The kernel killed a process for want of memory; it may be a child of the main one. */
  record KernelOom(String process) implements PlatformLine {}

  /** The VM goes down. */
  record Reboot() implements PlatformLine {}

  /** The VM's own process started. */
  record VmStarted() implements PlatformLine {}

  /** Init started. */
  record InitStarted() implements PlatformLine {}

  /** Init is about to run this command. */
  record Preparing(String command) implements PlatformLine {}

  /** Init was told to stop the main process and sends it this signal. */
  record SignalSent(String signal) implements PlatformLine {}

  /** Init collected a child that is not the main process; empty where it left by a code. */
  record ChildReaped(String signal) implements PlatformLine {}

  /** The BEAM's own word that it was told to stop. */
  record BeamStopping(String signal) implements PlatformLine {}

  /** The BEAM's slogan that a signal halts it. */
  record BeamHalted(String signal) implements PlatformLine {}

  /** The program could not be run at all. */
  record SpawnFailed() implements PlatformLine {}

  /** Runner: the machine ended with this code and stays down. */
  record RunnerExit(int code) implements PlatformLine {}

  /** Runner: too many restarts, no more tries. */
  record GaveUp(int limit) implements PlatformLine {}

  /** Runner: this machine is never restarted: a release command or a one-off. */
  record NeverRestarts() implements PlatformLine {}

  /** Runner: the machine is up; {@code created} on the first boot of a version. */
  record MachineStarted(boolean created) implements PlatformLine {}

  /** Runner: a deploy reached the machine; {@code image} may be empty. */
  record ImagePulled(String image) implements PlatformLine {}

  /** The VM ended without init's own clean-up. */
  record AbruptEnd() implements PlatformLine {}

  /** The platform stops the machine because a trial ends. */
  record TrialStop() implements PlatformLine {}

  /** Proxy: too little traffic, the machine is put to sleep. */
  record Autostop(String machine, boolean suspended) implements PlatformLine {}

  /** Proxy: a request wakes the machine. */
  record Waking() implements PlatformLine {}

  /** Proxy: the program answers. */
  record Reachable() implements PlatformLine {}

  /** Proxy: a request failed. */
  record ProxyFailure() implements PlatformLine {}

  /** Health: a check fails. */
  record CheckFailed(String check) implements PlatformLine {}

  /** Health: a check passes. */
  record CheckPassing(String check) implements PlatformLine {}

  /** The program says that it listens. */
  record Ready() implements PlatformLine {}

  /** The program answered a request well, the first time since it booted. */
  record Served() implements PlatformLine {}

  /** Whatever the program said last before a boot: no line tells how it ended. */
  record LastWord() implements PlatformLine {}
}
