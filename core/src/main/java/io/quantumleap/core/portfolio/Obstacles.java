package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Book.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that a book sets to what may happen next. */
record Obstacles(Book book) {

    Optional<Obstacle> of(Entry entry) {
        Symbol symbol = entry.symbol().orElseThrow();
        Position position = book.look(symbol);
        return switch (entry.type()) {
            case BUY, REINVESTED_DIVIDEND, TRANSFER_IN -> owed(entry, position);
            case SELL, TRANSFER_OUT -> first(() -> notHeld(entry, position), () -> lotNotHeld(entry, position));
            case SHORT -> held(entry, position);
            case COVER -> first(() -> notOwed(entry, position), () -> lotNotHeld(entry, position));
            case SPLIT -> noFraction(entry, position);
            case SPIN_OFF, MERGER ->
                first(
                        () -> nothingHeld(entry, position),
                        () -> entry.toSymbol().map(book::look).flatMap(to -> owed(entry, to)),
                        () -> entry.toSymbol().flatMap(to -> noFraction(entry, position)));
            case SYMBOL_CHANGE -> symbolChange(entry, position);
            case DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL, FX -> Optional.empty();
        };
    }

    /** One of the rules. */
    @FunctionalInterface
    private interface Rule {

        Optional<Obstacle> broken();
    }

    private static Optional<Obstacle> first(Rule... rules) {
        return Stream.of(rules).flatMap(rule -> rule.broken().stream()).findFirst();
    }

    private static Optional<Obstacle> unless(boolean fine, String field, String code, String message) {
        return fine ? Optional.empty() : Optional.of(new Obstacle(field, code, message));
    }

    private static Optional<Obstacle> owed(Entry entry, Position position) {
        return unless(
                !position.isShort(),
                "symbol",
                "owed",
                position.quantity() + " " + position.symbol() + " are owed on " + entry.date()
                        + "; cover the short sale first.");
    }

    private static Optional<Obstacle> held(Entry entry, Position position) {
        return unless(
                !position.isLong(),
                "symbol",
                "held",
                position.quantity() + " " + position.symbol() + " are held on " + entry.date()
                        + "; sell them before selling short.");
    }

    private static Optional<Obstacle> notHeld(Entry entry, Position position) {
        Quantity wanted = entry.quantity().orElseThrow();
        Quantity owned = position.isShort() ? Quantity.ZERO : position.quantity();
        return unless(
                wanted.compareTo(owned) <= 0,
                "quantity",
                "not-held",
                "Only " + owned + " " + position.symbol() + " are held on " + entry.date() + ", not " + wanted + ".");
    }

    private static Optional<Obstacle> notOwed(Entry entry, Position position) {
        Quantity wanted = entry.quantity().orElseThrow();
        Quantity owed = position.isShort() ? position.quantity() : Quantity.ZERO;
        return unless(
                wanted.compareTo(owed) <= 0,
                "quantity",
                "not-owed",
                "Only " + owed + " " + position.symbol() + " are owed on " + entry.date() + ", not " + wanted + ".");
    }

    private Optional<Obstacle> lotNotHeld(Entry entry, Position position) {
        List<LotName> names = entry.details().lots();
        if (names.isEmpty() || !book.knowsLotsByName()) {
            return Optional.empty();
        }
        Quantity inLots = position.named(names);
        Quantity wanted = entry.quantity().orElseThrow();
        return unless(
                wanted.compareTo(inLots) <= 0,
                "lot",
                "lot-not-held",
                "The named lots have " + inLots + " " + position.symbol() + " on " + entry.date() + ", not " + wanted
                        + ".");
    }

    private static Optional<Obstacle> nothingHeld(Entry entry, Position position) {
        return unless(
                position.isLong(),
                "symbol",
                "not-held",
                "No " + position.symbol() + " are held on " + entry.date() + ".");
    }

    private static Optional<Obstacle> noFraction(Entry entry, Position position) {
        if (entry.cashInLieu().signum() == 0) {
            return Optional.empty();
        }
        Quantity scaled = SplitRatio.of(entry.quantity().orElseThrow()).scale(position.quantity());
        return unless(
                position.isLong() && !Position.fraction(scaled).isZero(),
                "cash_in_lieu",
                "no-fraction",
                "The " + position.quantity() + " " + position.symbol() + " of " + entry.date() + " become " + scaled
                        + " units: there is no fraction to be paid for.");
    }

    private Optional<Obstacle> symbolChange(Entry entry, Position old) {
        Position next = book.look(entry.toSymbol().orElseThrow());
        return first(
                () -> unless(
                        !old.isEmpty(),
                        "symbol",
                        "not-held",
                        "No " + old.symbol() + " are held on " + entry.date() + "."),
                () -> unless(
                        next.isEmpty() || next.isShort() == old.isShort(),
                        "to_symbol",
                        "owed",
                        "Of " + old.symbol() + " and " + next.symbol() + " one is held and one owed on " + entry.date()
                                + "."));
    }
}
