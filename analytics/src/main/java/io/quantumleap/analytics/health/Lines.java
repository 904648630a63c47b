package io.quantumleap.analytics.health;

/**
 * From where on a risk has which level; a value on a line has the level above it.
 *
 * @param medium from here on it is medium
 * @param high from here on it is high
 * @param critical from here on it is critical
 */
public record Lines(double medium, double high, double critical) {

    /**
     * Refuses lines that do not rise.
     *
     * @throws IllegalArgumentException unless 0 &lt; medium &lt; high &lt; critical, all finite
     */
    public Lines {
        if (!(medium > 0 && high > medium && critical > high && Double.isFinite(critical))) {
            throw new IllegalArgumentException("The lines of a risk rise from above zero.");
        }
    }

    /** The level of a value. */
    public RiskLevel of(double value) {
        if (value >= critical) {
            return RiskLevel.CRITICAL;
        }
        if (value >= high) {
            return RiskLevel.HIGH;
        }
        return value >= medium ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    /** The line that a value of this level has reached; 0 for a low one. */
    public double reached(RiskLevel level) {
        return switch (level) {
            case LOW -> 0;
            case MEDIUM -> medium;
            case HIGH -> high;
            case CRITICAL -> critical;
        };
    }
}
