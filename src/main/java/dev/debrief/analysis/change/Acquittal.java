package dev.debrief.analysis.change;

import dev.debrief.analysis.outage.Outage;
import dev.debrief.model.Change;
import java.time.Instant;
import java.util.List;

/** What a rollback that changed nothing says of the code that it took back. */
final class Acquittal {
  private final List<Change> all;
  private final List<Outage> outages;

  Acquittal(List<Change> all, List<Outage> outages) {
    this.all = all;
    this.outages = outages;
  }

  /**
   * What a rollback that changed nothing shows. It acquits the code only where its image had run
   * before the change that the failures began with: one that failed already proves nothing.
   */
  String of(Change rollback) {
    Change owner =
        all.stream()
            .filter(other -> other != rollback && sameImage(other, rollback))
            .filter(other -> other.moment().at().isBefore(rollback.moment().at()))
            .findFirst()
            .orElse(null);
    if (owner == null) {
      return " The rollback changed nothing.";
    }
    String said = " The rollback to the image of " + owner.change() + " changed nothing";
    return ranWell(owner, rollback) ? said + ": the failures are not in the code." : said + ".";
  }

  private static boolean sameImage(Change a, Change b) {
    return !a.image().isEmpty()
        && !b.image().isEmpty()
        && Images.name(a.image()).equals(Images.name(b.image()));
  }

  /** Whether another change came between an earlier one and the failures it did not end. */
  private boolean ranWell(Change owner, Change rollback) {
    Instant onset =
        outages.stream()
            .map(outage -> outage.span().from())
            .filter(from -> from.isBefore(rollback.moment().at()))
            .reduce((earlier, later) -> later)
            .orElse(Instant.MIN);
    return all.stream()
        .anyMatch(
            between ->
                between.moment().earliest().isAfter(owner.moment().at())
                    && !between.moment().at().isAfter(onset)
                    && !sameImage(between, owner));
  }
}
