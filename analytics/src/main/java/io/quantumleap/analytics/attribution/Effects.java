package io.quantumleap.analytics.attribution;

/**
 * The parts of an excess return, as plain numbers (0.01 is one percentage point).
 *
 * @param allocation from weighing segments otherwise than the benchmark
 * @param selection from returns within segments, at the benchmark's weights
 * @param interaction from both at once
 */
public record Effects(double allocation, double selection, double interaction) {

    /** No effect. */
    public static final Effects NONE = new Effects(0, 0, 0);

    /** The sum of the three. */
    public double total() {
        return allocation + selection + interaction;
    }

    /** Selection at the portfolio's own weights: the convention that leaves no interaction over. */
    public double selectionWithInteraction() {
        return selection + interaction;
    }

    Effects times(double factor) {
        return new Effects(allocation * factor, selection * factor, interaction * factor);
    }
}
