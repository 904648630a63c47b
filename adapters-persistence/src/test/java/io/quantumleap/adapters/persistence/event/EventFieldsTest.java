package io.quantumleap.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventFieldsTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    static Stream<DomainEvent> oneOfEachKind() {
        return Stream.of(
                new TradeExecuted(
                        ID,
                        OTHER,
                        7,
                        OTHER,
                        DAY,
                        "buy",
                        "BRK.B",
                        new BigDecimal("0.0000000001"),
                        new BigDecimal("12"),
                        "USD"),
                new TradeBusted(ID, OTHER, 8, ID, OTHER, DAY),
                new TransactionReversed(ID, OTHER, 9, ID, OTHER, DAY),
                new TransactionsRecorded(ID, OTHER, 10, 1, 100_000, DAY),
                new PolicyChanged(ID, OTHER, 11, DAY),
                new PortfolioClosed(ID, OTHER),
                new PricesChanged(
                        5, List.of(new PricesChanged.Change("GBP/EUR", DAY), new PricesChanged.Change("^GSPC", DAY))));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void readsBackWhatItWrote(DomainEvent event) {
        EventFields stored = EventFields.of(event);

        assertThat(new EventFields(stored.type(), stored.version(), stored.fields()).event())
                .isEqualTo(event);
    }

    /** Written out, because such rows are in databases: a change of this text needs a new version of the form. */
    @Test
    void readsTheFirstFormOfATrade() {
        Map<String, String> stored = Map.of(
                "portfolio", ID.toString(),
                "owner", OTHER.toString(),
                "version", "7",
                "transaction", OTHER.toString(),
                "date", "2024-02-29",
                "type", "sell",
                "symbol", "ACME",
                "quantity", "1.5",
                "amount", "30",
                "currency", "EUR");

        assertThat(new EventFields("trade-executed", 1, stored).event())
                .isEqualTo(new TradeExecuted(
                        ID, OTHER, 7, OTHER, DAY, "sell", "ACME", new BigDecimal("1.5"), new BigDecimal("30"), "EUR"));
    }

    @Test
    void refusesAFormThatItDoesNotKnow() {
        EventFields future = new EventFields("trade-executed", 2, Map.of());

        assertThatThrownBy(future::event).hasMessageContaining("trade-executed/2");
    }
}
