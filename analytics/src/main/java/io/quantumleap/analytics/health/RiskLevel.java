package io.quantumleap.analytics.health;

/** How much a risk stands out, from the least to the most. */
public enum RiskLevel {
    /** It does not. */
    LOW(0),
    /** Worth a look. */
    MEDIUM(10),
    /** Worth acting on. */
    HIGH(20),
    /** One event can do lasting harm. */
    CRITICAL(30);

    private final int points;

    RiskLevel(int points) {
        this.points = points;
    }

    /** What it takes from the yardstick of risk. */
    public int points() {
        return points;
    }
}
