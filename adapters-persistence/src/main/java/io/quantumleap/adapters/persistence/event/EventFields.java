package io.quantumleap.adapters.persistence.event;

import io.quantumleap.core.event.DomainEvent;
import io.quantumleap.core.event.PolicyChanged;
import io.quantumleap.core.event.PortfolioClosed;
import io.quantumleap.core.event.PricesChanged;
import io.quantumleap.core.event.TradeBusted;
import io.quantumleap.core.event.TradeExecuted;
import io.quantumleap.core.event.TransactionReversed;
import io.quantumleap.core.event.TransactionsRecorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An event as it is stored: a type, a version of its form, and named texts. The names and types are a contract with every event that
 * was ever stored: a form that changes gets the next version and keeps the reader of the old one.
 *
 * @param type the kind of event
 * @param version the version of the form
 * @param fields the parts, by name
 */
record EventFields(String type, int version, Map<String, String> fields) {

    private static final String CHANGE = " ";

    EventFields {
        fields = new TreeMap<>(fields);
    }

    static EventFields of(DomainEvent event) {
        if (event instanceof TradeExecuted trade) {
            return new EventFields("trade-executed", 1, Map.of())
                    .with("portfolio", trade.portfolio())
                    .with("owner", trade.owner())
                    .with("version", trade.version())
                    .with("transaction", trade.transaction())
                    .with("date", trade.date())
                    .with("type", trade.type())
                    .with("symbol", trade.symbol())
                    .with("quantity", trade.quantity().toPlainString())
                    .with("amount", trade.amount().toPlainString())
                    .with("currency", trade.currency());
        }
        if (event instanceof TradeBusted busted) {
            return change("trade-busted", busted.portfolio(), busted.owner(), busted.version())
                    .with("transaction", busted.transaction())
                    .with("reversal", busted.reversal())
                    .with("date", busted.date());
        }
        if (event instanceof TransactionReversed reversed) {
            return change("transaction-reversed", reversed.portfolio(), reversed.owner(), reversed.version())
                    .with("transaction", reversed.transaction())
                    .with("reversal", reversed.reversal())
                    .with("date", reversed.date());
        }
        if (event instanceof TransactionsRecorded recorded) {
            return change("transactions-recorded", recorded.portfolio(), recorded.owner(), recorded.version())
                    .with("first_sequence", recorded.firstSequence())
                    .with("last_sequence", recorded.lastSequence())
                    .with("from", recorded.from());
        }
        if (event instanceof PolicyChanged changed) {
            return change("policy-changed", changed.portfolio(), changed.owner(), changed.version())
                    .with("from", changed.from());
        }
        if (event instanceof PortfolioClosed closed) {
            return new EventFields("portfolio-closed", 1, Map.of())
                    .with("portfolio", closed.portfolio())
                    .with("owner", closed.owner());
        }
        PricesChanged prices = (PricesChanged) event;
        String changes = prices.changes().stream()
                .map(change -> change.from() + CHANGE + change.symbol())
                .collect(Collectors.joining("\n"));
        return new EventFields("prices-changed", 1, Map.of())
                .with("revision", prices.revision())
                .with("changes", changes);
    }

    private static EventFields change(String type, UUID portfolio, UUID owner, long version) {
        return new EventFields(type, 1, Map.of())
                .with("portfolio", portfolio)
                .with("owner", owner)
                .with("version", version);
    }

    private EventFields with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(name, value.toString());
        return new EventFields(type, version, more);
    }

    /** Reads it back; an event of a form that this program does not know is refused, never guessed. */
    DomainEvent event() {
        return switch (type + "/" + version) {
            case "trade-executed/1" ->
                new TradeExecuted(
                        id("portfolio"),
                        id("owner"),
                        number("version"),
                        id("transaction"),
                        date("date"),
                        text("type"),
                        text("symbol"),
                        new BigDecimal(text("quantity")),
                        new BigDecimal(text("amount")),
                        text("currency"));
            case "trade-busted/1" ->
                new TradeBusted(
                        id("portfolio"),
                        id("owner"),
                        number("version"),
                        id("transaction"),
                        id("reversal"),
                        date("date"));
            case "transaction-reversed/1" ->
                new TransactionReversed(
                        id("portfolio"),
                        id("owner"),
                        number("version"),
                        id("transaction"),
                        id("reversal"),
                        date("date"));
            case "transactions-recorded/1" ->
                new TransactionsRecorded(
                        id("portfolio"),
                        id("owner"),
                        number("version"),
                        number("first_sequence"),
                        number("last_sequence"),
                        date("from"));
            case "policy-changed/1" -> new PolicyChanged(id("portfolio"), id("owner"), number("version"), date("from"));
            case "portfolio-closed/1" -> new PortfolioClosed(id("portfolio"), id("owner"));
            case "prices-changed/1" ->
                new PricesChanged(
                        number("revision"),
                        Arrays.stream(text("changes").split("\n", -1))
                                .map(EventFields::priceChange)
                                .toList());
            default -> throw new IllegalStateException("No event of the form " + type + "/" + version + " is known.");
        };
    }

    private static PricesChanged.Change priceChange(String line) {
        int gap = line.indexOf(CHANGE);
        return new PricesChanged.Change(line.substring(gap + 1), LocalDate.parse(line.substring(0, gap)));
    }

    private String text(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("An event of the type " + type + " has no " + name + ".");
        }
        return value;
    }

    private UUID id(String name) {
        return UUID.fromString(text(name));
    }

    private long number(String name) {
        return Long.parseLong(text(name));
    }

    private LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }
}
