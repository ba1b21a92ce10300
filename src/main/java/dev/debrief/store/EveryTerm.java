package dev.debrief.store;

import java.io.IOException;
import org.apache.lucene.index.SortedDocValues;

/** A term that every document of a segment has, by its number among the terms. */
abstract class EveryTerm extends SortedDocValues {
  private final EveryNumber numbers;
  private final int terms;

  EveryTerm(EveryNumber numbers, int terms) {
    this.numbers = numbers;
    this.terms = terms;
  }

  /** The number of each document's term. */
  final EveryNumber numbers() {
    return numbers;
  }

  @Override
  public final int ordValue() throws IOException {
    return (int) numbers.longValue();
  }

  @Override
  public final int getValueCount() {
    return terms;
  }

  @Override
  public final boolean advanceExact(int target) {
    return numbers.advanceExact(target);
  }

  @Override
  public final int docID() {
    return numbers.docID();
  }

  @Override
  public final int nextDoc() {
    return numbers.nextDoc();
  }

  @Override
  public final int advance(int target) {
    return numbers.advance(target);
  }

  @Override
  public final long cost() {
    return numbers.cost();
  }
}
