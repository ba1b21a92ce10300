package dev.debrief.sample;

/**
 * What a boot of some release does.
 *
 * <p>{@code shortest} and {@code longest} are seconds from the VM's start to the exit; 0 where it
 * stays up. {@code ready} is the seconds until the endpoint listens; 0 where it never does.
 */
enum Conduct {
  HEALTHY(0, 0, 3.4),
  /** v290: no notifier running for instance Oban. */
  NOTIFIER(4.4, 6.6, 3.3),
  /** 0d09b8c: Oban.Peers.Database against a pool that is not there. */
  PEERS(5, 9, 3.3),
  /** 496e879: a peer module that only the paid edition has. */
  NO_SUCH_PEER(2.6, 3.1, 0),
  /** e785ba5: the endpoint comes up, and 35 ms later all is over. */
  GONE_IN_35_MS(3.437, 3.438, 3.4),
  /** 188cef5: max_restarts 50 in 10 s; HubLogoCache asks before the Repo is registered. */
  HUB_LOGO(9, 14, 3.4),
  /** HubLogoCache retries; Mnesia's tables are damaged by the loop. */
  MNESIA_DAMAGED(7, 12, 3.4),
  /** v324: Mnesia is fine, and both machines go in one millisecond. */
  TOGETHER(0, 0, 3.4),
  /** One machine left, and v324 to v330: the Stager's checkout is killed. */
  STAGER(16.5, 20, 3.4),
  /** v325: the secret was unset. */
  NO_DATABASE_URL(1.7, 2.0, 0),
  /** 02:06: Oban is disabled; the others still ask for the Repo. */
  OBAN_OFF(8, 12, 3.4),
  /** 02:41: max_restarts 500 in 30 s. */
  PATIENT(26, 30, 3.4),
  /** 03:18: Telemetry, Repo, DNSCluster, PubSub, Endpoint and nothing else: gone in 0.7 s. */
  MINIMAL(3.2, 3.3, 0),
  /** 03:44: waits until the name resolves; it does. */
  NAME_RESOLVES(21, 28, 3.4),
  /** 04:03 and 05:51: no Repo in the tree. Stable, and every page is a 500. */
  NO_REPO(0, 0, 3.1),
  /** 05:04: ERL_AFLAGS; the endpoint starts and the Repo is back. */
  INET6_DIST(9, 13, 3.4),
  /** 05:34: SIGUSR1 is ignored from now on. */
  SIGNAL_IGNORED(15, 22, 3.4);

  final double shortest;
  final double longest;
  final double ready;

  Conduct(double shortest, double longest, double ready) {
    this.shortest = shortest;
    this.longest = longest;
    this.ready = ready;
  }

  boolean stays() {
    return this == HEALTHY || this == NO_REPO;
  }
}
