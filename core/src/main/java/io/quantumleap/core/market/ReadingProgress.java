package io.quantumleap.core.market;

/** Hears how far the reading of a long file has come. Called on the reading thread; must be quick. */
@FunctionalInterface
public interface ReadingProgress {

    /** Nobody listens. */
    ReadingProgress UNHEARD = rows -> {};

    /** So many rows were read so far; told every few thousand rows and at the end. */
    void read(int rows);
}
