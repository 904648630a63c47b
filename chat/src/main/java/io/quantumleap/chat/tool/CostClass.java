package io.quantumleap.chat.tool;

/** How dear one call of a tool is. A question has so many points to spend on tools. */
public enum CostClass {
    /** A few rows of the database. */
    CHEAP(1),
    /** Valuing or measuring a portfolio over years. */
    MODERATE(1),
    /** Simulating, or reading the history of many instruments. */
    EXPENSIVE(3);

    private final int points;

    CostClass(int points) {
        this.points = points;
    }

    /** What a call takes from the points of its question. */
    public int points() {
        return points;
    }
}
